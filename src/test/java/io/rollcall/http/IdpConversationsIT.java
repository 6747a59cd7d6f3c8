package io.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.rollcall.Texts;
import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Rollcall;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays what real identity providers send; the README beside the files says how to add one. */
class IdpConversationsIT {

  private static final Path FOLDER = Path.of("src/test/resources/idp");

  @TestFactory
  Stream<DynamicContainer> conversations() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
          .map(
              file ->
                  dynamicContainer(
                      file.getFileName().toString(),
                      Rollcall.running().bases().stream().map(base -> played(file, base))));
    }
  }

  private static DynamicNode played(Path file, String base) {
    try {
      var conversation = Texts.json(Files.readString(file));
      assertThat(conversation.getJsonArray("sources")).isNotEmpty();
      var player =
          new Player(Rollcall.running().newProvider().scim(base), texts(conversation, "headers"));
      return dynamicContainer(
          base,
          conversation.getJsonArray("requests").getValuesAs(JsonObject.class).stream()
              .map(request -> step(player, request)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DynamicTest step(Player player, JsonObject request) {
    return dynamicTest(request.getString("what"), () -> player.play(request));
  }

  private static Map<String, String> texts(JsonObject object, String member) {
    var texts = new HashMap<String, String>();
    object
        .getOrDefault(member, JsonValue.EMPTY_JSON_OBJECT)
        .asJsonObject()
        .forEach((name, value) -> texts.put(name, ((JsonString) value).getString()));
    return texts;
  }

  /** One conversation with the server, and what has been kept of the answers. */
  private static final class Player {

    private final Endpoint scim;
    private final Map<String, String> headers;
    private final Map<String, String> kept = new HashMap<>();

    Player(Endpoint scim, Map<String, String> headers) {
      this.scim = scim;
      this.headers = headers;
      kept.put("run", UUID.randomUUID().toString().substring(0, 8));
    }

    void play(JsonObject request) {
      var methodAndPath = filled(request.getString("send")).split(" ", 2);
      var body = request.containsKey("body") ? filled(request.get("body").toString()) : null;
      var sent = new HashMap<>(headers);
      sent.putAll(texts(request, "headers"));
      if (body == null) {
        sent.remove("Content-Type");
      }

      var answer =
          scim.send(methodAndPath[0], methodAndPath[1], body, sent)
              .expect(request.getInt("status"));

      check(request, answer);
      texts(request, "keep").forEach((name, pointer) -> kept.put(name, answer.at(pointer)));
    }

    private void check(JsonObject request, Answer answer) {
      request
          .getOrDefault("answer", JsonValue.EMPTY_JSON_OBJECT)
          .asJsonObject()
          .forEach(
              (pointer, expected) -> {
                assertThat(answer.has(pointer)).as("%s in %s", pointer, answer.text()).isTrue();
                assertThat(Json.createPointer(pointer).getValue(answer.json()))
                    .as(pointer)
                    .isEqualTo(Texts.value(filled(expected.toString())));
              });
      request.getOrDefault("absent", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
          .map(pointer -> ((JsonString) pointer).getString())
          .forEach(
              pointer ->
                  assertThat(answer.has(pointer)).as("%s in %s", pointer, answer.text()).isFalse());
    }

    private String filled(String text) {
      var filled = text;
      for (var name : kept.entrySet()) {
        filled = filled.replace("{" + name.getKey() + "}", name.getValue());
      }
      return filled;
    }
  }
}
