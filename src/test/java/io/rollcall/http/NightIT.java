package io.rollcall.http;

import static io.rollcall.http.fixture.Endpoint.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.MovedClock;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Provider;
import io.rollcall.http.fixture.Rollcall;
import io.rollcall.http.fixture.ServerProcess;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night in which everything goes wrong that can, and what the admin is told in the morning: each
 * cause by one request.
 */
@Tag("payara")
class NightIT {

  private static final String ADMIN_KEY = "the-admin-key-of-a-bad-night-0000000";
  private static final Duration A_LITTLE = Duration.ofSeconds(30);
  private static final Duration CYCLE = Duration.ofMinutes(40);

  @TempDir private static Path folder;

  private static ServerProcess server;
  private static Rollcall rollcall;
  private static Provider provider;
  private static Endpoint scim;
  private static Endpoint admin;
  private static Duration ahead = Duration.ZERO;

  @BeforeAll
  static void start() throws IOException {
    server =
        ServerProcess.startWith(
            List.of(MovedClock.class), folder, Map.of("ROLLCALL_ADMIN_KEY", ADMIN_KEY));
    rollcall = Rollcall.of(server, Rollcall.TENANT, ADMIN_KEY);
    provider = rollcall.newProvider();
    scim = provider.scim();
    admin = rollcall.admin();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void isToldInTheMorning() throws IOException {
    comesEveryFortyMinutes();
    failsForFiveReasons();
    isTurnedAwayWhenItsTokenHasEnded();
    goesSilent();
  }

  /** Four cycles and more, so that its rhythm is known. */
  private static void comesEveryFortyMinutes() throws IOException {
    for (var cycle = 0; cycle < 5; cycle++) {
      provider.newUser("regular-" + cycle + "@example.com");
      await().atMost(A_LITTLE).until(() -> heardSince(Instant.now().plus(ahead).minusSeconds(60)));
      pass(CYCLE);
    }

    assertThat(state().getString("state")).isEqualTo("inSync");
    assertThat(state().getInt("usualIntervalSeconds")).isBetween(2_400, 2_700);
  }

  private static void failsForFiveReasons() {
    var taken = "regular-0@example.com";
    var here = scim.find("/Users", "userName eq \"" + taken + "\"").at("/Resources/0/id");
    scim.post("/Users", Body.object("externalId", "anna-17", "displayName", "Anna")).expect(400);
    scim.post("/Users", Body.user(taken)).expect(409);
    scim.post("/Users", Body.user("cy@example.com", "active", "perhaps")).expect(400);
    scim.post("/Groups", Body.group("Sales", "members", Body.values("who-is-that"))).expect(400);

    assertThat(why("anna-17")).startsWith("Refused once, on ").contains("userName is empty");
    assertThat(why("cy@example.com")).contains("active has a wrong value");
    assertThat(why("Sales")).contains("some members aren't here", "who-is-that");
    assertThat(why(taken)).startsWith("Here and active").contains("the userName is taken");
    assertThat(sentences(state()))
        .contains(
            "1 person: userName is empty",
            "1 person: active has a wrong value",
            "1 group: some members aren't here",
            "1 person: the userName is taken under another id of the same provider");
    rollcall.newProvider().scim().patch("/Users/" + here, Patch.replace("title", "x")).expect(403);
    assertThat(admin.get("/activity?cause=anothersResource").expect(200).at("/entries/0/advice"))
        .contains("Assign it either in A provider or in A provider.");
  }

  private static void isTurnedAwayWhenItsTokenHasEnded() throws IOException {
    var token =
        admin
            .post(
                "/scim",
                Body.object(
                    "provider",
                    provider.scheme(),
                    "providerDisplayName",
                    "short",
                    "expiresAt",
                    Instant.now().plus(ahead).plus(Duration.ofDays(2)).toString()))
            .expect(200);
    assertThat(soon("tokenExpires")).contains("The token " + token.at("/id")).contains(" ends on ");
    pass(Duration.ofDays(3));
    var late = new Endpoint(rollcall.bases().get(0), token.at("/token"));
    late.get("/Users").expect(401);
    late.get("/Users").expect(401);

    await()
        .atMost(A_LITTLE)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(
                        admin.get("/activity?cause=tokenEnded").expect(200).at("/entries/0/times"))
                    .isEqualTo("2"));
    assertThat(admin.get("/activity?cause=tokenEnded").at("/entries/0/sentence"))
        .startsWith("A provider has been turned away since ")
        .contains("its token " + token.at("/id") + " ended on ");
    assertThat(sentences(state()))
        .anySatisfy(sentence -> assertThat(sentence).startsWith("A provider has been turned away"));
  }

  private static void goesSilent() throws IOException {
    scim.get("/Users?count=1").expect(200);
    await().atMost(A_LITTLE).until(() -> heardSince(Instant.now().plus(ahead).minusSeconds(60)));
    pass(Duration.ofDays(40));

    assertThat(state().getString("state")).isEqualTo("silent");
    assertThat(state().getString("sentence"))
        .startsWith("Nothing came from A provider for 40 days; usually it comes every 40 minutes.");
    assertThat(soon("silent")).startsWith("Nothing came from A provider for 40 days");
  }

  private static void pass(Duration time) throws IOException {
    ahead = ahead.plus(time);
    MovedClock.move(folder, ahead);
  }

  private static boolean heardSince(Instant time) {
    return state().containsKey("lastContact")
        && Instant.parse(state().getString("lastContact")).isAfter(time);
  }

  private static String why(String person) {
    return admin.get("/why?person=" + encoded(person)).expect(200).at("/sentence");
  }

  private static List<String> sentences(JsonObject state) {
    return state.getJsonArray("failures").getValuesAs(JsonObject.class).stream()
        .map(failure -> failure.getString("sentence"))
        .toList();
  }

  private static String soon(String kind) {
    return overview().getJsonArray("soon").getValuesAs(JsonObject.class).stream()
        .filter(warning -> warning.getString("kind").equals(kind))
        .filter(warning -> warning.getString("provider").equals(provider.scheme()))
        .map(warning -> warning.getString("sentence"))
        .findFirst()
        .orElse("");
  }

  private static JsonObject state() {
    return overview().getJsonArray("providers").getValuesAs(JsonObject.class).stream()
        .filter(state -> state.getString("scheme").equals(provider.scheme()))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject overview() {
    return admin.get("/overview").expect(200).json();
  }
}
