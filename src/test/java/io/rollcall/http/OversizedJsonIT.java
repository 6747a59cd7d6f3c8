package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.House;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Rollcall;
import io.rollcall.http.fixture.Routes;
import io.rollcall.http.fixture.Routes.Route;
import io.rollcall.web.lock.OnlyForProvisioners;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What JSON parsers have had flaws with is refused at every door by Rollcall's own measure, which
 * the texts of the errors show, and in no time: the parser of the server doesn't see it.
 */
@Tag("h2")
@Tag("payara")
class OversizedJsonIT {

  private static final Duration NO_TIME = Duration.ofSeconds(5);

  private static final String MEASURED =
      "The body is larger than \\d+ bytes\\..*"
          + "|The JSON text is nested deeper than \\d+ levels, .*"
          + "|The JSON text has a (number|string) of more than \\d+ characters, .*";

  private static final int LARGER_THAN_ANY_BODY = 17 * 1024 * 1024;

  /** The ends of addresses that take none. */
  private static final Set<String> WITHOUT_BODY =
      Set.of("/Me", "/suspend", "/resume", "/deactivate", "/reactivate", "/release", "/secrets");

  private static House house;
  private static Endpoint scim;
  private static Endpoint admin;

  @BeforeAll
  static void furnish() {
    house = new House(Rollcall.running());
    scim = house.scim();
    admin = Rollcall.running().admin();
  }

  @AfterAll
  static void clear() {
    house.clear();
  }

  /** All that read a body. */
  static List<Route> doors() {
    return Routes.all().stream()
        .filter(route -> Set.of("POST", "PUT", "PATCH").contains(route.method()))
        .filter(route -> WITHOUT_BODY.stream().noneMatch(route.template()::endsWith))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("doors")
  void everyDoorMeasuresBeforeItParses(Route door) throws IOException {
    for (var body : bodies().toList()) {
      var answer = send(door, body);

      assertThat(answer.status()).as(answer.text()).isIn(400, 413);
      assertThat(answer.header("Content-Type").orElse(""))
          .startsWith(isOfAdmin(door) ? "application/problem+json" : "application/scim+json");
      assertThat(answer.detail()).matches(MEASURED);
      assertThat(answer.duration()).isLessThan(NO_TIME);
    }
  }

  /** Each is beyond one limit of every door, unless the door's limit of bytes comes before it. */
  private static Stream<String> bodies() {
    return Stream.of(
            " ".repeat(LARGER_THAN_ANY_BODY),
            "[0" + ",0".repeat(LARGER_THAN_ANY_BODY / 2) + "]",
            "[".repeat(100_000),
            "{\"a\":".repeat(10_000),
            "\"" + "x".repeat(262_145) + "\"",
            "9".repeat(60_000),
            "1e" + "9".repeat(60_000),
            "0." + "0".repeat(60_000) + "1")
        .map(value -> "{\"a\": " + value + "}");
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 1_101, 200_000})
  void jsonTextInAStringIsMeasuredToo(int digits) {
    var number = "9".repeat(digits);
    for (var text : List.of("{\"n\": %s}".formatted(number), "{\"n\": 1e%s}".formatted(number))) {
      refused(scim.post("/Users", user("name", text)), 400, "invalidValue");
      refused(scim.put("/Users/" + house.userId(), user("name", text)), 400, "invalidValue");
    }
  }

  @Test
  void jsonTextInAStringIsNestedAsLittle() {
    refused(scim.post("/Users", user("name", "{\"n\":".repeat(30_000))), 400, "invalidValue");
    refused(scim.post("/Users", user("name", "[".repeat(200_000))), 400, "invalidValue");
  }

  @Test
  void filtersAndPathsAreMeasuredBeforeTheirTextsAreParsed() {
    for (var literal : List.of("\"" + "x".repeat(200_000) + "\"", "9".repeat(200_000))) {
      var filter = "title eq " + literal.replace("\"", "\\\"");
      var search = "{\"filter\": \"%s\"}".formatted(filter);
      refused(scim.post("/Users/.search", search), 400, "invalidFilter");
      refused(scim.post("/Groups/.search", search), 400, "invalidFilter");
      refused(scim.post("/.search", search), 400, "invalidFilter");
      refused(
          scim.patch(
              "/Users/" + house.userId(), Patch.remove("emails[type eq %s]".formatted(literal))),
          400,
          "invalidPath");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e-999999999", "1e2147483647"})
  void aNumberIsNotWrittenOut(String number) {
    var user = "{\"userName\": \"%s\", \"n\": %s, \"title\": %s}";
    refused(
        scim.post("/Users", user.formatted(unique("number"), number, number)), 400, "invalidValue");
    refused(
        scim.post("/Bulk", "{\"failOnErrors\": %s, \"Operations\": []}".formatted(number)),
        400,
        "invalidValue");
    assertThat(scim.find("/Users", "title eq " + number).duration()).isLessThan(NO_TIME);
    assertThat(admin.post("/scim", "{\"provider\": %s}".formatted(number)).expect(400).duration())
        .isLessThan(NO_TIME);
    assertThat(admin.post("/schemas", "{\"id\": %s}".formatted(number)).expect(400).duration())
        .isLessThan(NO_TIME);
  }

  private static void refused(Answer answer, int status, String scimType) {
    answer.expectError(status, scimType);
    assertThat(answer.duration()).isLessThan(NO_TIME);
  }

  private static String user(String attribute, String text) {
    return "{\"userName\": \"%s\", \"%s\": \"%s\"}"
        .formatted(unique("nested"), attribute, text.replace("\"", "\\\""));
  }

  private static boolean isOfAdmin(Route door) {
    return door.lock() != OnlyForProvisioners.class;
  }

  /** Compressed, for most of them are nothing but one character. */
  private static Answer send(Route door, String body) throws IOException {
    return new Endpoint(Rollcall.running().process().root() + "/", house.credential(door))
        .sendBytes(
            door.method(),
            house.path(door, house.id(door)),
            gzip(body),
            Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"));
  }

  private static byte[] gzip(String text) throws IOException {
    var compressed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(compressed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return compressed.toByteArray();
  }
}
