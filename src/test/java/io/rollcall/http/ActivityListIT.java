package io.rollcall.http;

import static io.rollcall.http.fixture.Endpoint.encoded;
import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Bulk;
import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Provider;
import io.rollcall.http.fixture.Rollcall;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the activity log joins and what it spreads: bulk requests, big groups, the door. */
class ActivityListIT {

  private static final Duration A_LITTLE = Duration.ofSeconds(20);

  @Connected private Provider provider;
  private Endpoint scim;
  private Endpoint admin;

  @BeforeEach
  void comeIn() {
    scim = provider.scim();
    admin = Rollcall.running().admin();
  }

  @Test
  void hasOneLineForABulkRequestThatOpens() {
    var name = unique("ada");
    provider.newUser(name);
    scim.bulk(
        Bulk.post("/Users", "one", Body.user(unique("bob"))),
        Bulk.post("/Users", "two", Body.user(unique("cy"))),
        Bulk.post("/Users", "three", Body.user(name)));

    var line = entries("provider=" + provider.scheme()).get(0);

    assertThat(line.getString("sentence"))
        .isEqualTo("A provider sent 3 operations at once: 2 created and 1 refused.");
    assertThat(line.getJsonObject("outcomes").toString())
        .isEqualTo("{\"created\":2,\"refused\":1}");
    assertThat(entries("provider=" + provider.scheme())).hasSize(2);
    assertThat(entries("bundle=" + line.getString("id")))
        .extracting(entry -> entry.getString("outcome"))
        .containsExactlyInAnyOrder("created", "created", "refused");
    assertThat(entries("outcome=created&provider=" + provider.scheme())).hasSize(3);
  }

  @Test
  void hasAllWhoJoinedABigGroup() {
    var members = IntStream.range(0, 3).boxed().flatMap(i -> provider.newUsers(700).stream());
    var ids = members.toList();
    var group = provider.newGroup(unique("all"), ids.toArray(String[]::new));
    var entry = newest("resource=" + group);

    assertThat(entry.json().getInt("joinedCount")).isEqualTo(2_100);
    assertThat(entry.json().getJsonArray("joined")).hasSize(1_000);
    var second = admin.get("/activity/" + entry.at("/id") + "/members").expect(200);
    var third =
        admin
            .get("/activity/" + entry.at("/id") + "/members?cursor=" + second.at("/next"))
            .expect(200);
    assertThat(second.json().getJsonArray("members")).hasSize(1_000);
    assertThat(third.json().getJsonArray("members")).hasSize(100);
    assertThat(third.has("/next")).isFalse();
  }

  @Test
  void tellsOfATokenThatNobodyKnowsOncePerHour() {
    var stranger = new Endpoint(Rollcall.running().bases().get(0), "no-token-of-anybody");
    for (var knock = 0; knock < 5; knock++) {
      stranger.get("/Users").expect(401);
    }

    await()
        .atMost(A_LITTLE)
        .ignoreExceptions()
        .until(() -> entries("cause=tokenUnknown").get(0).getInt("times") >= 5);
    assertThat(entries("cause=tokenUnknown").get(0).getString("sentence"))
        .startsWith("Somebody calls this tenant's address with a token that isn't known here");
  }

  @Test
  void tellsOfAWrongAddressAndOfAnUnknownMethod() {
    scim.get("/Users/Users").expect(404);
    scim.put("/Users", "{}").expect(405);

    var ofProvider = "&provider=" + provider.scheme();
    await()
        .atMost(A_LITTLE)
        .until(
            () ->
                entries("cause=wrongAddress" + ofProvider).size() == 1
                    && entries("cause=wrongMethod" + ofProvider).size() == 1);
    assertThat(entries("cause=wrongAddress" + ofProvider).get(0).getString("sentence"))
        .startsWith(
            "A provider calls an address where nothing is: /default/api/scim/v2/Users/Users.");
  }

  @Test
  void knowsItsParametersAndNoOther() {
    var id = newest("resource=" + provider.newUser(unique("ada"))).at("/id");

    for (var address :
        List.of(
            "/activity/export?limit=5",
            "/activity/export?cursor=x",
            "/activity?format=csv",
            "/activity/" + id + "?limit=5",
            "/overview?limit=5")) {
      var error = admin.get(address).expect(400);
      assertThat(error.at("/errors/0/field"))
          .isEqualTo(address.replaceFirst(".*\\?(\\w+)=.*", "$1"));
      assertThat(error.at("/errors/0/message")).startsWith("is unknown.");
    }
  }

  @Test
  void showsNoTokenWhereverItWasSent() {
    // One that nobody has: it is sent as a name, and would be in the database as such.
    var token = "rc_default_1" + "x".repeat(11) + "_" + "Y".repeat(49);
    var id = scim.post("/Users", Body.user(token, "title", token)).expect(201).at("/id");
    scim.post("/Users", Body.user(token)).expect(409);
    scim.get("/" + token).expect(404);

    var address = "provider=" + provider.scheme();
    await().atMost(A_LITTLE).until(() -> entries("cause=wrongAddress&" + address).size() == 1);
    for (var shown :
        List.of(
            "/activity?" + address,
            "/activity/export?" + address,
            "/activity/" + newest("resource=" + id).at("/id"),
            "/overview")) {
      assertThat(admin.get(shown).expect(200).text()).as(shown).doesNotContain(token);
    }
    scim.delete("/Users/" + id).expect(204);
  }

  @Test
  void hasSentencesThatNoNameCanTurnAround() {
    var id = provider.newUser("\u202Eada\u2028" + unique("x"));

    assertThat(newest("resource=" + id).at("/sentence"))
        .startsWith("A provider created user \uFFFDada\uFFFDx-");
  }

  @Test
  void tellsApartWhoCallsTheSameWrongAddress() {
    var other = Rollcall.running().newProvider();
    scim.get("/Users/Users").expect(404);
    other.scim().get("/Users/Users").expect(404);

    await()
        .atMost(A_LITTLE)
        .until(
            () ->
                Stream.of(provider, other)
                    .allMatch(
                        p -> entries("cause=wrongAddress&provider=" + p.scheme()).size() == 1));
  }

  /** Or else anybody who passes by could fill what an hour has room for. */
  @Test
  void tellsNothingOfThoseWhoBringNoToken() {
    var tenant = Rollcall.running().newTenant();
    var base = tenant.bases().get(0);
    for (var address = 0; address < 120; address++) {
      new Endpoint(base, null).get("/Users/" + address).expect(401);
      new Endpoint(base, null).get("/nothing" + address).expect(404);
    }
    new Endpoint(base, "no-token-of-anybody").get("/Users").expect(401);

    await().atMost(A_LITTLE).until(() -> !entries(tenant.admin(), "cause=tokenUnknown").isEmpty());
    assertThat(entries(tenant.admin(), "outcome=refused&limit=200"))
        .extracting(entry -> entry.getString("cause", ""))
        .containsExactly("tokenUnknown");
  }

  @Test
  void hasRoomForOthersWhenOneCallsManyWrongAddresses() {
    for (var address = 0; address < 120; address++) {
      scim.get("/nothing" + address).expect(404);
    }
    var other = Rollcall.running().newProvider();
    other.scim().get("/users/1").expect(404);
    other.scim().get("/users/2").expect(404);

    await()
        .atMost(A_LITTLE)
        .until(() -> total("cause=wrongAddress&provider=" + provider.scheme()) == 120);
    await().atMost(A_LITTLE).until(() -> total("provider=" + other.scheme()) == 2);
    assertThat(entries("cause=wrongAddress&provider=" + provider.scheme())).hasSize(11);
    assertThat(entries("provider=" + other.scheme())).hasSize(1);
  }

  private int total(String query) {
    return entries(query).stream().mapToInt(entry -> entry.getInt("times", 1)).sum();
  }

  @Test
  void tellsNothingOfThoseWhoCameBeforeTheTenant() {
    var tenant = Rollcall.running().newTenant();
    var id = tenant.tenantId() + "-x";
    var early = new Endpoint(tenant.bases().get(0).replace(tenant.tenantId(), id), "too-early");
    early.get("/Users").expect(401);
    var made = tenant.operator().post("/tenants", Body.object("id", id, "displayName", "X"));
    var late = new Endpoint(early.base(), "late");
    var next = Rollcall.of(tenant.process(), id, made.expect(200).at("/adminKey/key")).admin();

    await()
        .atMost(A_LITTLE)
        .until(
            () -> {
              late.get("/Users").expect(401);
              return !entries(next, "cause=tokenUnknown").isEmpty();
            });
    assertThat(entries(next, "cause=tokenUnknown").get(0).getString("time"))
        .isGreaterThanOrEqualTo(made.at("/createdAt"));
  }

  @Test
  void hasNoKeyForTheNameOfARequest() {
    var key = "rk_" + "x".repeat(43);
    scim.send("POST", "/Users", "{}", Map.of("X-Request-Id", key, "client-request-id", key))
        .expect(400);

    assertThat(admin.get("/activity?provider=" + provider.scheme()).expect(200).text())
        .doesNotContain(key);
  }

  @Test
  void hasNoKeyForTheNameOfAMethod() {
    var key = "rk_" + "x".repeat(43);
    scim.send(key, "/Users", null, Map.of()).expect(405);

    var ofProvider = "cause=wrongMethod&provider=" + provider.scheme();
    await().atMost(A_LITTLE).until(() -> entries(ofProvider).size() == 1);
    assertThat(admin.get("/activity?" + ofProvider).text()).doesNotContain(key);
    assertThat(admin.get("/overview").expect(200).text()).doesNotContain(key);
  }

  @Test
  void hasNothingOfAFilterThatAsksForASecret() {
    var id = provider.newUser(unique("ada"));
    scim.patch("/Users/" + id, Patch.replace("password eq \"c\\\"SECRET-TAIL\"", "x"));

    var entries = admin.get("/activity?outcome=refused&provider=" + provider.scheme()).expect(200);
    assertThat(entries.at("/entries/0/cause")).isEqualTo("badPath");
    assertThat(entries.text()).doesNotContain("SECRET-TAIL");
  }

  /** A path is shown by its first characters, and a key may stand where these end. */
  @Test
  void hasNothingOfAKeyWhereItWasCut() {
    var key = "rk_" + "K".repeat(43);
    var id = provider.newUser(unique("ada"));
    scim.find("/Users", "y".repeat(65) + key + " eq 1").expect(400);
    scim.patch("/Users/" + id, Patch.replace("y".repeat(65) + key, "x")).expect(400);
    scim.put("/Users/" + id, Body.user(unique("ada"), "y".repeat(65) + key, "x")).expect(200);
    scim.patch("/Users/" + "y".repeat(65) + key, Patch.remove("title")).expect(404);

    var entries = admin.get("/activity?limit=4&provider=" + provider.scheme()).expect(200);
    assertThat(entries.json().getJsonArray("entries")).hasSize(4);
    assertThat(entries.text()).doesNotContain("KKK").contains("rk_…");
  }

  @Test
  void hasNothingOfWhatFollowsTheNameOfASecret() {
    var id = provider.newUser(unique("ada"));
    for (var path :
        List.of("password=TAIL", "password is TAIL", "password:TAIL", "Password: TAIL")) {
      scim.patch("/Users/" + id, Patch.replace(path, "x")).expect(400);
      scim.find("/Users", path).expect(path.startsWith("password is") ? 403 : 400);
    }
    scim.get("/Users?startIndex=password%3DTAIL").expect(400);
    scim.get("/nothing/password=TAIL").expect(404);

    var ofProvider = "provider=" + provider.scheme();
    await().atMost(A_LITTLE).until(() -> entries("cause=wrongAddress&" + ofProvider).size() == 1);
    var entries = admin.get("/activity?outcome=refused&" + ofProvider).expect(200);
    assertThat(entries.text()).doesNotContain("TAIL").contains("password…");
    assertThat(admin.get("/overview").expect(200).text()).doesNotContain("TAIL");
  }

  @Test
  void tellsWhatAdminsDidToTheTenant() {
    var other = Rollcall.running().newProvider();
    assertThat(sentencesAbout(other.tokenId()))
        .singleElement(STRING)
        .startsWith("Admin key ")
        .endsWith(" created SCIM token %s for Test.".formatted(other.tokenId()));
    admin.delete("/scim/" + other.tokenId()).expect(204);
    assertThat(sentencesAbout(other.tokenId())).hasSize(2);

    admin.delete("/sso/custom/" + other.id()).expect(204);
    assertThat(sentencesAbout(other.id()))
        .satisfiesExactly(
            last -> assertThat(last).endsWith(" deleted SSO provider A provider."),
            first -> assertThat(first).endsWith(" created SSO provider A provider."));
  }

  @Test
  void tellsWhatAdminsDidToKeysAndApplications() {
    var key = admin.post("/admin-keys", Body.object("name", "Night", "role", "read")).expect(200);
    assertThat(sentencesAbout(key.at("/id")))
        .singleElement(STRING)
        .endsWith(" created admin key %s, Night.".formatted(key.at("/id")));

    var application = admin.post("/applications", Body.application("Rota")).expect(200);
    var path = "/applications/" + application.at("/id");
    admin.delete(path + "/secrets/" + application.at("/secrets/0/id")).expect(204);
    assertThat(sentencesAbout(application.at("/secrets/0/id")))
        .allSatisfy(sentence -> assertThat(sentence).endsWith(" of Rota."))
        .hasSize(2);
    admin.delete(path).expect(204);
    assertThat(sentencesAbout(application.at("/id"))).hasSize(2);
    assertThat(admin.get("/activity").expect(200).text())
        .doesNotContain(application.at("/clientSecret"))
        .doesNotContain(key.at("/key"));
  }

  private List<String> sentencesAbout(String id) {
    return entries("resource=" + id).stream().map(entry -> entry.getString("sentence")).toList();
  }

  @Test
  void tellsFromWhomToWhomAUserWent() {
    var other = Rollcall.running().newProvider();
    var id = provider.newUser(unique("ada"));
    admin.post("/users/" + id + "/transfer", Body.object("provider", other.scheme())).expect(200);

    var entry = admin.get("/users/" + id + "/history").expect(200);

    assertThat(entry.at("/entries/0/outcome")).isEqualTo("transferred");
    assertThat(entry.at("/entries/0/sentence")).endsWith(" to A provider.");
    assertThat(entry.at("/entries/0/changes/0/before")).isEqualTo(provider.scheme());
    assertThat(entry.at("/entries/0/changes/0/after")).isEqualTo(other.scheme());
  }

  @Test
  void findsWhoWasOnceCalledOtherwise() {
    var former = unique("maiden");
    var id = provider.newUser(former);
    scim.patch("/Users/" + id, Patch.replace("userName", unique("married"))).expect(200);

    assertThat(entries("person=" + encoded(former)))
        .extracting(entry -> entry.getJsonObject("resource").getString("id"))
        .containsOnly(id)
        .hasSize(2);
  }

  /** What is joined began before, and goes on. */
  @Test
  void findsWhatGoesOnByAnyOfItsTime() {
    var ofProvider = "cause=wrongAddress&provider=" + provider.scheme();
    scim.get("/nothing").expect(404);
    await().atMost(A_LITTLE).until(() -> total(ofProvider) == 1);
    var between = Instant.now();
    scim.get("/nothing").expect(404);
    await().atMost(A_LITTLE).until(() -> total(ofProvider) == 2);

    assertThat(total(ofProvider + "&since=" + between)).isPositive();
    assertThat(total(ofProvider + "&until=" + between)).isPositive();
    assertThat(entries(ofProvider + "&since=" + Instant.now())).isEmpty();
  }

  @Test
  void refusesAProviderAndATokenThatNobodyKnows() {
    var stranger = Rollcall.running().newTenant().newProvider();
    for (var parameter :
        List.of(
            "provider=nobody",
            "provider=" + stranger.id(),
            "provider=" + stranger.scheme(),
            "token=nobodys",
            "token=" + stranger.tokenId())) {
      for (var address : List.of("/activity?", "/activity/export?")) {
        var error = admin.get(address + parameter).expect(400);
        assertThat(error.at("/errors/0/field")).isEqualTo(parameter.replaceFirst("=.*", ""));
      }
    }
    assertThat(entries("provider=" + provider.scheme())).isEmpty();
    assertThat(entries("token=" + provider.tokenId())).isEmpty();
  }

  @Test
  void knowsAProviderThatIsGoneByTheIdInItsEntries() {
    var id = provider.newUser(unique("ada"));
    admin.delete("/scim/" + provider.tokenId()).expect(204);
    admin.delete("/sso/custom/" + provider.id() + "?release=true").expect(204);

    var entries = entries("provider=" + provider.id());
    assertThat(entries)
        .extracting(entry -> entry.getJsonObject("resource").getString("id"))
        .contains(id);
    assertThat(entries)
        .allSatisfy(entry -> assertThat(entry.getString("providerId")).isEqualTo(provider.id()))
        .noneMatch(entry -> entry.containsKey("provider"));
    assertThat(entries("token=" + provider.tokenId())).isNotEmpty();
  }

  private List<JsonObject> entries(String query) {
    return entries(admin, query);
  }

  private static List<JsonObject> entries(Endpoint admin, String query) {
    return admin
        .get("/activity?" + query)
        .expect(200)
        .json()
        .getJsonArray("entries")
        .getValuesAs(JsonObject.class);
  }

  private Answer newest(String query) {
    return admin.get("/activity/" + entries(query).get(0).getString("id")).expect(200);
  }
}
