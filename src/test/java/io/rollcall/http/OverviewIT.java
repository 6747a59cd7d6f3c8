package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.Secrets;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Provider;
import io.rollcall.http.fixture.Rollcall;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an admin sees at a glance. */
class OverviewIT {

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
  void tellsThatAProviderNeverConnected() {
    assertThat(state().getString("state")).isEqualTo("neverConnected");
    assertThat(state().getString("sentence")).contains("never connected");
    assertThat(state()).doesNotContainKey("lastContact");
  }

  @Test
  void tellsThatAProviderIsInSync() {
    provider.newUser(unique("ada"));
    scim.get("/Users?count=1").expect(200);

    await().atMost(A_LITTLE).until(() -> state().containsKey("lastSuccess"));

    assertThat(state().getString("state")).isEqualTo("inSync");
    assertThat(state().getJsonArray("failures")).isEmpty();
    assertThat(state().getJsonObject("cycle").getBoolean("goingOn")).isTrue();
  }

  @Test
  void tellsWhoFailsByCauseAndWhoWasCured() {
    var name = unique("ada");
    var other = unique("bob");
    provider.newUser(name);
    var id = provider.newUser(other);
    scim.post("/Users", Body.user(name)).expect(409);
    scim.patch("/Users/" + id, Patch.replace("active", "perhaps")).expect(400);

    assertThat(state().getString("state")).isEqualTo("failing");
    assertThat(state().getString("sentence")).isEqualTo("A provider is failing for 2 people.");
    assertThat(failures()).extracting(failure -> failure.getBoolean("cured")).containsOnly(false);
    assertThat(people()).containsExactlyInAnyOrder(name, other);

    scim.patch("/Users/" + id, Patch.replace("active", true)).expect(200);

    assertThat(failures())
        .filteredOn(failure -> failure.getBoolean("cured"))
        .flatExtracting(failure -> failure.getJsonArray("people"))
        .extracting(person -> person.asJsonObject().getString("name"))
        .containsExactly(other);
    assertThat(state().getString("sentence")).isEqualTo("A provider is failing for 1 person.");
  }

  @Test
  void tellsNoMoreOfWhatAnAdminHasDismissed() {
    scim.post("/Users", "[1]").expect(400);
    scim.find("/Users", "userName neither").expect(400);
    var dismissal = Body.object("provider", provider.scheme(), "cause", "badRequest");

    assertThat(admin.post("/overview/dismiss", dismissal).expect(200).json().getInt("dismissed"))
        .isEqualTo(1);

    assertThat(failures())
        .extracting(failure -> failure.getString("cause"))
        .containsExactly("badFilter");
    scim.post("/Users", "[1]").expect(400);
    assertThat(failures()).hasSize(2);
  }

  @Test
  void dismissesOnlyWhatItKnows() {
    for (var wrong :
        List.of(
            Body.object("provider", provider.scheme(), "cause", "nothing"),
            Body.object("provider", provider.scheme()),
            Body.object("provider", "nope", "cause", "badRequest"))) {
      admin.post("/overview/dismiss", wrong).expect(400);
    }
  }

  @Test
  void namesTheMembersOfAllGroupsThatLackOne() {
    scim.post("/Groups", Body.group(unique("g"), "members", Body.values("one"))).expect(400);
    scim.post("/Groups", Body.group(unique("g"), "members", Body.values("two"))).expect(400);

    assertThat(failures())
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.getString("advice"))
                    .containsPattern(": (one and two|two and one)\\."));
  }

  @Test
  void isCuredByTheProviderThatFailedAlone() {
    var name = unique("ada");
    var other = Rollcall.running().newProvider();
    var id = other.newUser(name);
    scim.post("/Users", Body.user(name)).expect(409);

    other.scim().patch("/Users/" + id, Patch.replace("title", "Countess")).expect(200);

    assertThat(state().getString("state")).isEqualTo("failing");
    assertThat(people()).containsExactly(name);
  }

  @Test
  void curesWhoWasGoneByWhoHasTheNameNow() {
    var name = unique("ada");
    var id = provider.newUser(name);
    scim.delete("/Users/" + id).expect(204);
    scim.patch("/Users/" + id, Patch.replace("title", "Countess")).expect(404);
    assertThat(state().getString("state")).isEqualTo("failing");

    provider.newUser(name);

    assertThat(failures()).extracting(failure -> failure.getBoolean("cured")).containsOnly(true);
  }

  @Test
  void isNotCuredByWhatTheServerDidNotDo() {
    scim.find("/Users", "userName neither").expect(400);
    scim.get("/Me").expect(501);

    assertThat(state().getString("state")).isEqualTo("failing");
    assertThat(state()).doesNotContainKey("lastSuccess");
    assertThat(failures())
        .extracting(failure -> failure.getString("cause"))
        .containsExactlyInAnyOrder("badFilter", "notSupported");
  }

  @Test
  void isNotCuredByTheWrongAddressItself() {
    scim.get("/Users/Users").expect(404);

    await().atMost(A_LITTLE).until(() -> state().getString("state").equals("failing"));
    assertThat(state().getString("sentence")).contains("calls an address where nothing is");
    assertThat(state()).doesNotContainKey("lastSuccess");
    scim.get("/Users?count=1").expect(200);
    assertThat(state().getString("state")).isEqualTo("inSync");
  }

  /** That is why it never connected: its public id tells whose token it was to be. */
  @Test
  void tellsOfTheProviderWhoseTokenWasCutOff() {
    var cut = provider.token().substring(0, provider.token().length() - 10);
    for (var base : Rollcall.running().bases()) {
      new Endpoint(base, cut).get("/Users").expect(401);
    }

    await().atMost(A_LITTLE).until(() -> !failures().isEmpty());
    assertThat(state().getString("state")).isEqualTo("failing");
    assertThat(state().getString("sentence"))
        .contains("A provider", "token " + provider.tokenId(), "not with the whole of it");
    assertThat(failures()).hasSize(1);
    assertThat(failures().get(0).getString("cause")).isEqualTo("tokenUnknown");
    assertThat(failures().get(0).getString("advice")).contains("Copy it once more, whole");

    scim.get("/Users?count=1").expect(200);
    assertThat(state().getString("state")).isEqualTo("inSync");
  }

  @Test
  void tellsOfATokenThatIsNoProvidersByItself() {
    var tenant = Rollcall.running().newTenant();
    new Endpoint(tenant.bases().get(0), "no-token-of-anybody").get("/Users").expect(401);

    await().atMost(A_LITTLE).until(() -> !failuresOf(tenant).isEmpty());
    assertThat(failuresOf(tenant))
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.getString("cause")).isEqualTo("tokenUnknown");
              assertThat(failure.getString("sentence")).contains("isn't known here");
              assertThat(failure.getString("advice")).contains("In Entra: ", "In Okta: ");
              assertThat(failure.getBoolean("cured")).isFalse();
            });
  }

  private static List<JsonObject> failuresOf(Rollcall tenant) {
    return tenant
        .admin()
        .get("/overview")
        .expect(200)
        .json()
        .getJsonArray("failures")
        .getValuesAs(JsonObject.class);
  }

  @Test
  void isCuredByTheSameNameAloneAndTheSameKind() {
    var longest = unique("x".repeat(110));
    var name = unique("sales");
    scim.post("/Users", Body.user(longest + "1", "active", "perhaps")).expect(400);
    scim.post("/Users", Body.user(name, "active", "perhaps")).expect(400);

    provider.newUser(longest + "2");
    provider.newGroup(name);

    assertThat(state().getString("sentence")).isEqualTo("A provider is failing for 2 people.");
    provider.newUser(longest + "1");
    provider.newUser(name);
    assertThat(state().getString("state")).isEqualTo("inSync");
  }

  @Test
  void countsNobodyWhereNobodyWasNamed() {
    scim.find("/Users", "userName neither").expect(400);

    assertThat(state().getString("state")).isEqualTo("failing");
    assertThat(state().getString("sentence")).doesNotContain("person").doesNotContain("people");
    assertThat(people()).isEmpty();
  }

  @Test
  void countsWhatWasDone() {
    var before = count("created");
    provider.newUser(unique("ada"));
    provider.newUser(unique("bob"));

    assertThat(count("created")).isGreaterThanOrEqualTo(before + 2);
  }

  @Test
  void tellsThatATokenEndsSoon() {
    admin
        .post(
            "/scim",
            "{\"provider\": \"%s\", \"providerDisplayName\": \"x\", \"expiresAt\": \"%s\"}"
                .formatted(provider.scheme(), Instant.now().plus(Duration.ofDays(10))))
        .expect(200);

    assertThat(warnings("tokenExpires"))
        .extracting(warning -> warning.getString("sentence"))
        .anySatisfy(
            sentence -> assertThat(sentence).contains(" of A provider ends on ", ", in 9 days. "));
  }

  @Test
  void tellsThatIdentifiersDoNotFitSingleSignOn() {
    var scheme = unique("entra");
    admin
        .post(
            "/sso/azuread",
            """
            {"scheme": "%s", "displayName": "Contoso Entra", "properties": {"clientId": "c",
              "authority": "https://login.microsoftonline.com/%s/v2.0"}}"""
                .formatted(scheme, UUID.randomUUID()))
        .expect(200);
    var token = admin.post("/scim", Body.token(scheme)).expect(200).at("/token");
    Secrets.seen(token);
    var entra = new Endpoint(Rollcall.running().bases().get(0), token);
    entra.post("/Users", Body.user(unique("ada"), "externalId", UUID.randomUUID().toString()));
    assertThat(ofScheme(warnings("identifiers"), scheme)).isEmpty();

    entra.post("/Users", Body.user(unique("bob"), "externalId", "bob")).expect(201);

    assertThat(ofScheme(warnings("identifiers"), scheme))
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning.getString("sentence"))
                    .startsWith("People come with externalId such as bob")
                    .contains("objectId"));
  }

  private static List<JsonObject> ofScheme(List<JsonObject> warnings, String scheme) {
    return warnings.stream().filter(w -> w.getString("provider").equals(scheme)).toList();
  }

  private JsonObject state() {
    return overview().getJsonArray("providers").getValuesAs(JsonObject.class).stream()
        .filter(state -> state.getString("scheme").equals(provider.scheme()))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonObject> failures() {
    return state().getJsonArray("failures").getValuesAs(JsonObject.class);
  }

  private List<String> people() {
    return failures().stream()
        .flatMap(failure -> failure.getJsonArray("people").getValuesAs(JsonObject.class).stream())
        .map(person -> person.getString("name"))
        .toList();
  }

  private List<JsonObject> warnings(String kind) {
    return overview().getJsonArray("soon").getValuesAs(JsonObject.class).stream()
        .filter(warning -> warning.getString("kind").equals(kind))
        .toList();
  }

  private int count(String outcome) {
    return overview().getJsonObject("last24Hours").getInt(outcome, 0);
  }

  private JsonObject overview() {
    return admin.get("/overview").expect(200).json();
  }
}
