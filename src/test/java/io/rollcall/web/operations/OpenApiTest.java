package io.rollcall.web.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.Texts;
import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Contract;
import io.rollcall.http.fixture.Routes;
import io.rollcall.scim.message.ScimType;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiTest {

  private static final String USER =
      """
      {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id": "1", "userName": "ada",
       "active": true, "urn:example:2.0:User": {"badge": "7"}}""";

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  @Test
  void hasEachRouteAndNoOther() {
    var described =
        OpenApi.document().getJsonObject("paths").entrySet().stream()
            .flatMap(
                path ->
                    path.getValue().asJsonObject().keySet().stream()
                        .filter(METHODS::contains)
                        .map(method -> method.toUpperCase() + " " + path.getKey()));

    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            Routes.withThoseWithoutLock().stream().map(Object::toString).toList());
  }

  @Test
  void namesEachParameterOfAPath() {
    OpenApi.document()
        .getJsonObject("paths")
        .forEach(
            (path, item) -> {
              var names =
                  item
                      .asJsonObject()
                      .getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY)
                      .asJsonArray()
                      .stream()
                      .map(parameter -> resolved(parameter.asJsonObject()).getString("name"))
                      .toList();
              assertThat(path.split("/"))
                  .as(path)
                  .filteredOn(segment -> segment.startsWith("{"))
                  .containsExactlyElementsOf(names.stream().map(n -> "{" + n + "}").toList());
            });
  }

  @Test
  void refersToNothingThatIsNotThere() {
    assertThat(references(OpenApi.document())).hasSizeGreaterThan(100);
    assertThat(references(OpenApi.document()).distinct())
        .allSatisfy(
            reference ->
                assertThat(
                        Json.createPointer(reference.substring(1))
                            .containsValue(OpenApi.document()))
                    .as(reference)
                    .isTrue());
  }

  @Test
  void hasEachKeywordOfErrors() {
    var keywords =
        OpenApi.document()
            .getValue("/components/schemas/ScimError/properties/scimType/enum")
            .asJsonArray()
            .getValuesAs(JsonString::getString);

    assertThat(keywords)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ScimType.values()).map(ScimType::keyword).toList());
  }

  @Test
  void hasTheAddressOfTheServer() {
    var text = OpenApi.text("https://scim.example.com/a\"b");

    assertThat(Texts.json(text).getValue("/servers/0/url"))
        .isEqualTo(Json.createValue("https://scim.example.com/a\"b"));
    assertThat(Texts.json(text).getString("openapi")).isEqualTo("3.1.1");
  }

  @Test
  void showsNoPasswordAndTakesOne() {
    assertThat(OpenApi.document().getValue("/components/schemas/User/properties").toString())
        .doesNotContain("password\"");
    assertThat(
            OpenApi.document().getValue("/components/schemas/UserToSend/properties").asJsonObject())
        .containsKey("password")
        .doesNotContainKeys("id", "meta", "groups");
  }

  @Test
  void holdsWhatIsAsItSays() {
    assertThatCode(() -> check(200, "application/scim+json", USER)).doesNotThrowAnyException();
    assertThatCode(() -> check(304, "", "")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a member that nobody knows | 200 | application/scim+json | "active": true  | "aktive": true
          a wrong type               | 200 | application/scim+json | "active": true  | "active": "true"
          a missing member           | 200 | application/scim+json | "id": "1",      |
          another media type         | 200 | text/plain            | x               | x
          an unknown status          | 202 | application/scim+json | x               | x
          a body where there is none | 304 | application/scim+json | x               | x
          """)
  void catches(String what, int status, String type, String part, String instead) {
    var body = USER.replace(part, instead == null ? "" : instead);

    assertThatThrownBy(() -> check(status, type, body))
        .as(what)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Not as the OpenAPI document has it");
  }

  @Test
  void catchesAnAnswerWhereNothingIs() {
    assertThatThrownBy(
            () ->
                Contract.check(
                    "GET",
                    URI.create("http://localhost/core/iam/v1/nothing"),
                    answer(200, "application/json", "{}")))
        .hasMessageContaining("there is no such operation");
  }

  private static void check(int status, String type, String body) {
    Contract.check(
        "GET",
        URI.create("http://localhost/default/api/scim/v2/Users/1"),
        answer(status, type, body));
  }

  private static Answer answer(int status, String type, String body) {
    var headers = HttpHeaders.of(Map.of("Content-Type", List.of(type)), (name, value) -> true);
    return new Answer("GET /Users/1", status, headers, body, Duration.ZERO);
  }

  private static JsonObject resolved(JsonObject object) {
    return object.containsKey("$ref")
        ? OpenApi.document().getValue(object.getString("$ref").substring(1)).asJsonObject()
        : object;
  }

  private static Stream<String> references(JsonValue value) {
    if (value instanceof JsonArray array) {
      return array.stream().flatMap(OpenApiTest::references);
    }
    return value instanceof JsonObject object
        ? object.entrySet().stream()
            .flatMap(
                member ->
                    member.getKey().equals("$ref") && member.getValue() instanceof JsonString text
                        ? Stream.of(text.getString())
                        : references(member.getValue()))
        : Stream.empty();
  }
}
