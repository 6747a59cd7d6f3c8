package io.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Provider;
import io.rollcall.http.fixture.Rollcall;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the log tells of requests that found no door: from where they came to where they belong. */
class WrongAddressIT {

  private static final Duration A_LITTLE = Duration.ofSeconds(20);

  @Connected private Provider provider;

  @Test
  void isToldWhereverSomebodyKnownCalls() {
    var paths =
        List.of(
            "/default/api/scim/Users",
            "/default/scim/v2/Users",
            "/scim/v2/Users",
            "/api/scim/v2/Users",
            "/Users",
            "/core/iam/v1/Users",
            "/core/iam/v1/scim/v2/Users",
            "/default/api/scim/v2/Users/Users",
            "/other/api/scim/v2/nothing");

    for (var path : paths) {
      at(provider.token()).get(path + "?filter=userName%20eq%20%22ada%22").expect(404);
    }

    var ofProvider = "cause=wrongAddress&provider=" + provider.scheme();
    await().atMost(A_LITTLE).until(() -> entries(ofProvider).size() == paths.size());
    assertThat(entries(ofProvider))
        .extracting(entry -> entry.getString("sentence"))
        .containsExactlyInAnyOrderElementsOf(
            paths.stream()
                .map(
                    path ->
                        "A provider calls an address where nothing is: "
                            + path
                            + ". Its Tenant URL is …/default/api/scim/v2.")
                .toList());
  }

  @Test
  void isToldOnceForManyUsers() {
    for (var user = 0; user < 5; user++) {
      at(provider.token()).get("/scim/v2/Users/" + user).expect(404);
    }

    var ofProvider = "cause=wrongAddress&provider=" + provider.scheme();
    await()
        .atMost(A_LITTLE)
        .until(() -> entries(ofProvider).stream().anyMatch(e -> e.getInt("times", 1) == 5));
    assertThat(entries(ofProvider)).hasSize(1);
  }

  /** There is something, but for others. */
  @Test
  void isToldOfWhoCallsTheAddressOfAdmins() {
    at(provider.token()).get("/core/iam/v1/users").expect(401);

    var ofProvider = "cause=wrongAddress&provider=" + provider.scheme();
    await().atMost(A_LITTLE).until(() -> entries(ofProvider).size() == 1);
    assertThat(entries(ofProvider).get(0).getString("sentence")).contains(": /core/iam/v1/users.");
  }

  @Test
  void isToldOfAStrangerToTheTenantThatThePathNames() {
    var tenant = Rollcall.running().newTenant();
    var path = "/" + tenant.tenantId() + "/api/scim/Users";
    at("no-token-of-anybody").get(path).expect(404);
    at("no-token-of-anybody").get(path + "/1").expect(404);
    at(null).get("/" + tenant.tenantId() + "/api/Users").expect(404);

    await().atMost(A_LITTLE).until(() -> !entries(tenant, "cause=wrongAddress").isEmpty());
    await()
        .atMost(A_LITTLE)
        .until(() -> entries(tenant, "outcome=refused").get(0).getInt("times", 1) == 2);
    assertThat(entries(tenant, "outcome=refused"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.getJsonObject("actor").getString("type")).isEqualTo("unknown");
              assertThat(entry.getString("sentence"))
                  .contains(path)
                  .endsWith("…/" + tenant.tenantId() + "/api/scim/v2.");
            });
  }

  @Test
  void isToldToBothTenantsWhereATokenIsOfTheOther() {
    var tenant = Rollcall.running().newTenant();
    at(provider.token()).get("/" + tenant.tenantId() + "/api/scim/v2/nothing").expect(404);

    await().atMost(A_LITTLE).until(() -> !entries(tenant, "cause=wrongAddress").isEmpty());
    await()
        .atMost(A_LITTLE)
        .until(() -> !entries("cause=wrongAddress&provider=" + provider.scheme()).isEmpty());
    assertThat(entries(tenant, "").toString()).doesNotContain(provider.tokenId());
  }

  @Test
  void isToldAsFarAsItGoesWithoutCuttingWhatIsWrong() {
    var path = "/default/api/scim/v2/" + "x".repeat(300) + "/Users/";
    at(provider.token()).get(path + "y".repeat(400)).expect(404);

    var ofProvider = "cause=wrongAddress&provider=" + provider.scheme();
    await().atMost(A_LITTLE).until(() -> entries(ofProvider).size() == 1);
    assertThat(entries(ofProvider).get(0).getString("sentence")).contains(path + "yy", "y…");
  }

  @Test
  void isJoinedByWhatElseDoesNotFit() {
    var scim = provider.scim();
    for (var time = 0; time < 2; time++) {
      scim.send("GET", "/Users", null, Map.of("Accept", "image/png")).expect(406);
      scim.send("POST", "/Users", "x", Map.of("Content-Type", "text/plain")).expect(415);
      scim.put("/Users", "{}").expect(405);
    }

    await()
        .atMost(A_LITTLE)
        .until(
            () ->
                ofProvider().count() == 3
                    && ofProvider().allMatch(entry -> entry.getInt("times", 1) == 2));
    assertThat(ofProvider())
        .extracting(entry -> entry.getInt("status") + " " + entry.getString("cause"))
        .containsExactlyInAnyOrder("405 wrongMethod", "406 badRequest", "415 badRequest");
    assertThat(ofProvider())
        .extracting(entry -> entry.getString("reason"))
        .anyMatch(reason -> reason.startsWith("Accept: expected "))
        .anyMatch(reason -> reason.startsWith("Content-Type: expected "));
  }

  private Stream<JsonObject> ofProvider() {
    return entries("provider=" + provider.scheme()).stream();
  }

  /** The log may tell by whom; the answer mustn't. */
  @Test
  void isAnsweredTheSameWhoeverAsks() {
    for (var path : List.of("/scim/v2/Users", "/default/api/scim/Users", "/core/iam/v1/Users")) {
      var toAnybody = at(null).get(path).expect(404);
      for (var token : List.of(provider.token(), provider.token().substring(0, 40), "x")) {
        var answer = at(token).post(path, Body.user("ada"));
        assertThat(answer.expect(404).text()).isEqualTo(toAnybody.text());
        assertThat(answer.headers().map().keySet()).isEqualTo(toAnybody.headers().map().keySet());
      }
    }
  }

  private static Endpoint at(String token) {
    return new Endpoint(Rollcall.running().process().root().toString(), token);
  }

  private static List<JsonObject> entries(String query) {
    return entries(Rollcall.running(), query);
  }

  private static List<JsonObject> entries(Rollcall tenant, String query) {
    return tenant
        .admin()
        .get("/activity?" + query)
        .expect(200)
        .json()
        .getJsonArray("entries")
        .getValuesAs(JsonObject.class);
  }
}
