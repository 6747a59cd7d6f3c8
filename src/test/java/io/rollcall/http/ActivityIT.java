package io.rollcall.http;

import static io.rollcall.http.fixture.Endpoint.encoded;
import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Bulk;
import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Provider;
import io.rollcall.http.fixture.Rollcall;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an admin is told of what was done and what was refused. */
class ActivityIT {

  @Connected private Provider provider;
  private Endpoint scim;
  private Endpoint admin;

  @BeforeEach
  void comeIn() {
    scim = provider.scim();
    admin = Rollcall.running().admin();
  }

  @Test
  void tellsWhatBecameOfAPerson() {
    var name = unique("ada");
    var id = provider.newUser(name);
    scim.patch("/Users/" + id, Patch.replace("title", "Countess")).expect(200);
    scim.patch("/Users/" + id, Patch.replace("title", "Countess")).expect(200);
    scim.patch("/Users/" + id, Patch.replace("active", false)).expect(200);
    scim.patch("/Users/" + id, Patch.replace("active", true)).expect(200);
    scim.delete("/Users/" + id).expect(204);

    assertThat(entries("resource=" + id))
        .extracting(entry -> entry.getString("outcome"))
        .containsExactly(
            "deleted", "reactivated", "deactivated", "unchanged", "changed", "created");
    assertThat(entries("resource=" + id))
        .extracting(entry -> entry.getString("sentence"))
        .contains("A provider deleted user " + name + ".", "A provider created user " + name + ".");
  }

  @Test
  void tellsAttributeByAttributeWhatChanged() {
    var id = provider.newUser(unique("ada"));
    scim.patch("/Users/" + id, Patch.replace("title", "Countess")).expect(200);
    scim.patch(
            "/Users/" + id,
            Patch.replace("title", "Enchantress"),
            Patch.replace(
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department", "R&D"))
        .expect(200);

    var changes = newest("resource=" + id).json().getJsonArray("changes");

    assertThat(changes.getValuesAs(JsonObject.class))
        .extracting(Object::toString)
        .containsExactly(
            "{\"attribute\":\"title\",\"before\":\"Countess\",\"after\":\"Enchantress\"}",
            "{\"attribute\":\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department\","
                + "\"after\":\"R&D\"}");
  }

  @Test
  void tellsNothingOfAPasswordButThatItChanged() {
    var id =
        scim.post("/Users", Body.user(unique("ada"), "password", "the-secret-of-ada"))
            .expect(201)
            .at("/id");

    var entry = newest("resource=" + id);

    assertThat(entry.text()).doesNotContain("the-secret-of-ada");
    assertThat(entry.json().getJsonArray("credentials").getString(0)).isEqualTo("password");
  }

  /** Whatever is wrong with a password, what was sent for it is in no entry. */
  @Test
  void tellsNothingOfAPasswordThatWasRefused() {
    var id = provider.newUser(unique("ada"));
    for (var password : List.of("{\"value\": \"SECRET1\"}", "[\"SECRET2\", \"b\"]", "55512")) {
      scim.post("/Users", "{\"userName\": \"x\", \"password\": " + password + "}").expect(400);
      scim.send(
              "PATCH",
              "/Users/" + id,
              "{\"Operations\": [{\"op\": \"replace\", \"value\": [{\"password\": %s}]}]}"
                  .formatted(password),
              Map.of())
          .expect(400);
    }
    scim.send("PATCH", "/Users/" + id, "{\"Operations\": \"{SECRET3}\"}", Map.of()).expect(400);
    scim.patch("/Users/" + id, Patch.remove("password[value eq \\\"SECRET4\\\"]")).expect(400);
    scim.find("/Users", "password eq \"SECRET5\"").expect(403);
    scim.delete("/Users/" + provider.token()).expect(404);

    var entries = activity("outcome=refused&provider=" + provider.scheme());

    assertThat(items(entries)).hasSize(10);
    assertThat(entries.text())
        .doesNotContain("SECRET")
        .doesNotContain("55512")
        .doesNotContain(provider.token());
  }

  /** The stored name tells who it is, not what somebody wanted to make of it. */
  @Test
  void callsAPersonByItsOwnName() {
    var name = unique("noct");
    var id = provider.newUser(name);
    var other = Rollcall.running().newProvider().scim();
    other.put("/Users/" + id, Body.user(unique("stolen"))).expect(403);

    assertThat(newest("resource=" + id).json().getJsonObject("resource").getString("name"))
        .isEqualTo(name);
  }

  @Test
  void tellsWhatWasAskedForThoughItWasLong() {
    scim.delete("/Users/" + "x".repeat(3_000)).expect(404);

    assertThat(entries("provider=" + provider.scheme()).get(0).getString("sentence"))
        .isEqualTo("A provider could not delete a user.");
  }

  @Test
  void tellsWhatWasSentAndNotKept() {
    var id =
        scim.post("/Users", Body.user(unique("ada"), "costCenter", "\"17\"")).expect(201).at("/id");

    assertThat(newest("resource=" + id).at("/notes/0"))
        .isEqualTo("costCenter was sent and not kept: no schema of this tenant has it.");
  }

  @Test
  void tellsWhoJoinedAndWhoLeft() {
    var ada = provider.newUser(unique("ada"));
    var group = provider.newGroup(unique("g"));
    scim.patch("/Groups/" + group, Patch.addMembers(ada)).expect(204);

    var entry = newest("resource=" + group).json();

    assertThat(entry.getJsonArray("joined").getJsonObject(0).getString("id")).isEqualTo(ada);
    assertThat(entry.getJsonArray("joined").getJsonObject(0).getString("name")).startsWith("ada");
    assertThat(entry.getInt("joinedCount")).isEqualTo(1);
    assertThat(entry.getJsonArray("left")).isEmpty();
  }

  @Test
  void tellsWhatWasRefusedAndWhy() {
    var name = unique("ada");
    provider.newUser(name);
    var answer = scim.post("/Users", Body.user(name)).expectError(409, "uniqueness");

    var entry = entries("person=" + encoded(name)).get(0);

    assertThat(entry.getString("outcome")).isEqualTo("refused");
    assertThat(entry.getInt("status")).isEqualTo(409);
    assertThat(entry.getString("scimType")).isEqualTo("uniqueness");
    assertThat(entry.getString("reason")).isEqualTo(answer.detail());
    assertThat(entry.getString("provider")).isEqualTo(provider.scheme());
    assertThat(entry.getJsonObject("actor").getString("type")).isEqualTo("scimToken");
    assertThat(entry.getJsonObject("actor").getString("id")).isEqualTo(provider.tokenId());
    assertThat(entry.getJsonObject("actor").getString("name")).isEqualTo("A provider");
    assertThat(entry.getString("sentence"))
        .isEqualTo("A provider could not create user " + name + ".");
  }

  @Test
  void tellsOfARefusedChangeWhoItWasAbout() {
    var name = unique("ada");
    var id = provider.newUser(name);
    scim.patch("/Users/" + id, Patch.replace("active", "perhaps")).expectError(400, "invalidValue");

    var entry = newest("resource=" + id).json();

    assertThat(entry.getString("outcome")).isEqualTo("refused");
    assertThat(entry.getJsonObject("resource").getString("name")).isEqualTo(name);
    assertThat(entry.getString("reason")).startsWith("active:");
  }

  @Test
  void tellsOfEachOperationOfABulkRequestThatFailed() {
    var name = unique("ada");
    provider.newUser(name);
    scim.bulk(
        Bulk.post("/Users", "one", Body.user(unique("bob"))),
        Bulk.post("/Users", "two", Body.user(name)));

    assertThat(entries("outcome=refused&provider=" + provider.scheme()))
        .extracting(entry -> entry.getJsonObject("resource").getString("name"))
        .containsExactly(name);
  }

  @Test
  void tellsNothingOfThoseWhoAreLookedForInVain() {
    scim.get("/Users/nobody").expect(404);

    assertThat(entries("provider=" + provider.scheme())).isEmpty();
  }

  /** By the name, the e-mail address, the externalId, in any letter case, or the id. */
  @Test
  void findsAPerson() {
    var name = unique("Ada");
    var mail = unique("Ada") + "@example.com";
    var externalId = unique("x");
    var id =
        scim.post("/Users", Body.user(name, "externalId", externalId, "emails", Body.values(mail)))
            .expect(201)
            .at("/id");

    for (var person : List.of(name, name.toUpperCase(), mail, mail.toLowerCase(), externalId, id)) {
      assertThat(entries("person=" + encoded(person)))
          .as(person)
          .extracting(entry -> entry.getJsonObject("resource").getString("id"))
          .containsExactly(id);
    }
  }

  @Test
  void findsARequestByEitherOfItsNames() {
    var name = unique("r");
    var ofClient = unique("entra");
    var created =
        scim.send(
                "POST",
                "/Users",
                Body.user(unique("ada")),
                Map.of("X-Request-Id", name, "client-request-id", ofClient))
            .expect(201);

    assertThat(created.header("X-Request-Id")).hasValue(name);
    for (var either : List.of(name, ofClient)) {
      assertThat(entries("requestId=" + either))
          .extracting(entry -> entry.getJsonObject("resource").getString("id"))
          .containsExactly(created.at("/id"));
    }
    assertThat(newest("requestId=" + name).json().getString("clientRequestId")).isEqualTo(ofClient);
  }

  @Test
  void namesARequestThatHasNoNameOrNone() {
    var without = scim.get("/Users").expect(200).header("X-Request-Id").orElseThrow();
    var odd =
        scim.send("GET", "/Users", null, Map.of("X-Request-Id", "two words"))
            .expect(200)
            .header("X-Request-Id")
            .orElseThrow();

    assertThat(Stream.of(without, odd))
        .allMatch(id -> id.matches("[0-9a-f-]{36}"))
        .doesNotHaveDuplicates();
  }

  @Test
  void areReadPageByPage() {
    var users = Stream.generate(() -> provider.newUser(unique("u"))).limit(5).toList();
    var query = "provider=" + provider.scheme() + "&limit=2";

    var first = activity(query);
    var second = activity(query + "&cursor=" + first.at("/next"));
    var third = activity(query + "&cursor=" + second.at("/next"));

    assertThat(third.has("/next")).isFalse();
    assertThat(Stream.of(first, second, third).flatMap(page -> items(page).stream()))
        .extracting(entry -> entry.getJsonObject("resource").getString("id"))
        .containsExactly(users.get(4), users.get(3), users.get(2), users.get(1), users.get(0));
  }

  @Test
  void areOfATime() {
    provider.newUser(unique("ada"));
    var time = Instant.parse(entries("provider=" + provider.scheme()).get(0).getString("time"));
    var ofProvider = "provider=" + provider.scheme();

    assertThat(entries(ofProvider + "&since=" + time)).hasSize(1);
    assertThat(entries(ofProvider + "&until=" + time)).isEmpty();
    assertThat(entries(ofProvider + "&since=" + time.plusMillis(1))).isEmpty();
  }

  @Test
  void refuseAFilterThatNobodyKnows() {
    assertThat(admin.get("/activity?privder=x").expect(400).text()).contains("privder");
    assertThat(admin.get("/activity?since=yesterday").expect(400).text()).contains("since");
    assertThat(admin.get("/activity?outcome=lost").expect(400).text()).contains("deactivated");
    for (var count : List.of("many", "0", "201", "-1")) {
      assertThat(admin.get("/activity?limit=" + count).expect(400).text()).contains("limit");
    }
    for (var time :
        List.of("+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z")) {
      assertThat(admin.get("/activity?since=" + encoded(time)).expect(400).text())
          .contains("since");
    }
    assertThat(admin.get("/activity?cursor=garbage").expect(400).text()).contains("cursor");
    assertThat(admin.get("/activity?person=a&person=b").expect(400).text()).contains("person");
  }

  private List<JsonObject> entries(String query) {
    return items(activity(query));
  }

  private Answer activity(String query) {
    return admin.get("/activity?" + query).expect(200);
  }

  private static List<JsonObject> items(Answer answer) {
    return answer.json().getJsonArray("entries").getValuesAs(JsonObject.class);
  }

  /** The newest entry, whole. */
  private Answer newest(String query) {
    return admin.get("/activity/" + entries(query).get(0).getString("id")).expect(200);
  }
}
