package io.rollcall.http;

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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an admin is told of each cause for which a request is refused, here and at the provider. */
class CausesIT {

  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

  @Connected private Provider provider;
  private Endpoint scim;
  private Endpoint admin;

  @BeforeEach
  void comeIn() {
    scim = provider.scim();
    admin = Rollcall.running().admin();
  }

  @Test
  void aNameThatTheProviderHasAlready() {
    var name = unique("ada");
    var id = provider.newUser(name);

    var answer = scim.post("/Users", Body.user(name.toUpperCase()));

    assertTold(
        answer.expectError(409, "uniqueness"),
        "userName: \"" + name.toUpperCase() + "\" is taken, in any letter case, by another user",
        id,
        "of this provider",
        "Update that one, or send another value.");
  }

  @Test
  void aNameThatAnotherProviderHas() {
    var name = unique("ada");
    var id = contosoOkta().newUser(name);

    var answer = scim.post("/Users", Body.user(name));

    assertTold(
        answer.expectError(409, "uniqueness"),
        "userName: \"" + name + "\" is taken, in any letter case, by a user",
        id,
        "of Contoso Okta. Assign this user in one of the two only, or send another value.");
  }

  @Test
  void aNameThatNoProviderHas() {
    var name = unique("ada");
    var former = Rollcall.running().newProvider();
    var id = former.newUser(name);
    release(former);

    var answer = scim.post("/Users", Body.user(name));

    assertTold(
        answer.expectError(409, "uniqueness"),
        "userName: \"" + name + "\" is taken",
        id,
        "that no provider has. Update that one to adopt it");
  }

  @Test
  void aNameThatIsTakenByAChange() {
    var name = unique("ada");
    contosoOkta().newUser(name);
    var id = provider.newUser(unique("bob"));

    var answer = scim.patch("/Users/" + id, Patch.replace("userName", name));

    assertTold(answer.expectError(409, "uniqueness"), "userName: ", "of Contoso Okta");
  }

  @Test
  void aNameThatABulkRequestWants() {
    var name = unique("ada");
    contosoOkta().newUser(name);

    var response =
        scim.bulk(Bulk.post("/Users", "one", Body.user(name))).get(0).getJsonObject("response");

    assertThat(response.getString("detail")).contains("of Contoso Okta");
    assertThat(newest().getString("reason")).isEqualTo(response.getString("detail"));
    assertThat(newest().getJsonObject("resource").getString("name")).isEqualTo(name);
  }

  /** The name of a group is each provider's own. */
  @Test
  void aGroupsNameThatTheProviderHasAlready() {
    var name = unique("sales");
    contosoOkta().newGroup(name);
    var id = provider.newGroup(name);

    var answer = scim.post("/Groups", Body.group(name));

    assertTold(
        answer.expectError(409, "uniqueness"),
        "displayName: ",
        "by another group",
        id,
        "this provider");
  }

  @Test
  void anAttributeThatIsMissing() {
    var mail = unique("ada") + "@example.com";

    var answer = scim.post("/Users", Body.object("emails", Body.values(mail)));

    assertTold(
        answer.expectError(400, "invalidValue"),
        "userName: is required, but came without a value.",
        "Map an attribute to it that is never empty.");
    assertThat(newest().getJsonObject("resource").getString("name")).isEqualTo(mail);
  }

  @Test
  void aPersonIsCalledAsPeopleWouldWhereItHasNoUserName() {
    var externalId = unique("x");
    scim.post("/Users", Body.object("externalId", externalId, "displayName", "Ada")).expect(400);
    assertThat(newest().getJsonObject("resource").getString("name")).isEqualTo("Ada");

    scim.post("/Users", Body.object("externalId", externalId)).expect(400);
    assertThat(newest().getJsonObject("resource").getString("name")).isEqualTo(externalId);
  }

  @Test
  void anIdThatIsNoMoreIsCalledAsItWas() {
    var name = unique("ada");
    var id = provider.newUser(name);
    scim.delete("/Users/" + id).expect(204);

    scim.patch("/Users/" + id, Patch.replace("active", false)).expect(404);

    assertThat(newest().getJsonObject("resource").getString("name")).isEqualTo(name);
    assertThat(newest().getString("sentence"))
        .isEqualTo("A provider could not change user %s.".formatted(name));
  }

  @Test
  void anAttributeThatWouldBecomeEmpty() {
    var id = provider.newUser(unique("ada"));

    assertTold(
        scim.patch("/Users/" + id, Patch.replace("userName", "")).expectError(400, "mutability"),
        "userName: is required and can't be removed. Map an attribute to it that is never empty.");
  }

  @Test
  void aValueThatIsWrong() {
    var emails = List.of(Map.of("value", "a@example.com", "primary", "yes"));

    var answer = scim.post("/Users", Body.user(unique("ada"), "emails", emails));

    assertTold(
        answer.expectError(400, "invalidValue"),
        "emails[0].primary: expected true or false, got \"yes\". Send true or false.");
  }

  @Test
  void membersThatAreUnknown() {
    var known = provider.newUser(unique("ada"));
    var group = provider.newGroup(unique("sales"));

    var answer = scim.patch("/Groups/" + group, Patch.addMembers("bob", known, "eve"));

    assertTold(
        answer.expectError(400, "invalidValue"),
        "members: 2 of 3 aren't users or groups of this tenant (bob, eve). Nothing was changed.",
        "Assign these people to the application as well.");
    assertThat(scim.get("/Groups/" + group).expect(200).has("/members")).isFalse();
  }

  @Test
  void aMemberThatWasHereIsCalledByItsName() {
    var name = unique("bob");
    var former = provider.newUser(name);
    scim.delete("/Users/" + former).expect(204);

    scim.post("/Groups", Body.group(unique("g"), "members", Body.values(former))).expect(400);

    assertThat(newest().getString("advice")).contains(": %s (%s).".formatted(name, former));
  }

  @Test
  void parametersAndFramesAreNoMatterOfMappings() {
    scim.get("/Users?count=abc").expectError(400, "invalidValue");
    assertThat(newest().getString("cause")).isEqualTo("badRequest");
    assertThat(newest().getString("sentence")).isEqualTo("A provider could not read users.");

    scim.post("/.search", Body.object("startIndex", "abc")).expect(400);
    assertThat(newest().getString("sentence")).isEqualTo("A provider could not search.");

    scim.post("/Bulk", "[1]").expect(400);
    assertThat(newest().getString("sentence"))
        .isEqualTo("A provider could not send several operations at once.");
  }

  @Test
  void aGroupWithoutANameIsNotTakenForAGuest() {
    scim.post("/Groups", "{}").expect(400);

    assertThat(newest().getString("advice"))
        .startsWith("Map an attribute to displayName that is never empty.");
    assertThat(newest().getString("sentence")).isEqualTo("A provider could not create a group.");
  }

  @Test
  void oneMemberThatIsUnknown() {
    var answer = scim.post("/Groups", Body.group(unique("g"), "members", Body.values(NOBODY)));

    assertTold(
        answer.expectError(400, "invalidValue"),
        "members: 1 of 1 isn't a user or group of this tenant (" + NOBODY + ").");
  }

  @Test
  void membersThatAreUnknownTheFirstTenOfThem() {
    var ids = IntStream.range(0, 2_000).mapToObj(i -> "u" + i).toArray(String[]::new);

    var answer = scim.post("/Groups", Body.group(unique("g"), "members", Body.values(ids)));

    assertThat(answer.expectError(400, "invalidValue").detail())
        .startsWith("members: 2000 of 2000 aren't")
        .contains("(u0, u1, u2, u3, u4, u5, u6, u7, u8, u9, …)");
  }

  @Test
  void aResourceThatAnotherProviderHas() {
    var id = contosoOkta().newGroup(unique("sales"));
    var path = "/Groups/" + id;

    for (var answer :
        List.of(
            scim.put(path, Body.group(unique("g"))),
            scim.patch(path, Patch.replace("displayName", unique("g"))),
            scim.delete(path))) {
      assertTold(
          answer.expectError(403, null),
          "Group " + id + " is provisioned by Contoso Okta, another SSO provider of this tenant.",
          "Nothing was changed. Assign it in one of the two only.");
    }
  }

  @Test
  void aResourceThatNoProviderHasYet() {
    var former = Rollcall.running().newProvider();
    var id = former.newUser(unique("ada"));
    release(former);

    assertTold(
        scim.delete("/Users/" + id).expectError(403, null),
        "User " + id + " is provisioned by nobody yet. Update it first to adopt it.");
  }

  @Test
  void anIdThatIsNoMore() {
    var id = provider.newUser(unique("ada"));
    var path = "/Users/" + id;
    scim.delete(path).expect(204);

    for (var answer :
        List.of(
            scim.put(path, Body.user(unique("ada"))),
            scim.patch(path, Patch.replace("active", false)),
            scim.delete(path))) {
      assertTold(
          answer.expectError(404, null),
          "User " + id + " does not exist, or no more.",
          "Let the identity provider look it up anew, or assign it again.");
    }
  }

  @Test
  void aVersionThatIsOutdated() {
    var name = unique("ada");
    var path = "/Users/" + provider.newUser(name);

    var answer = scim.send("PUT", path, Body.user(name), Map.of("If-Match", "W/\"99\""));

    assertTold(
        answer.expectError(412, null),
        "If-Match: expected W/\"99\"",
        "Read the resource and send the change again.");
  }

  @Test
  void anAttributeThatIsReadOnly() {
    var id = provider.newUser(unique("ada"));

    assertTold(
        scim.patch("/Users/" + id, Patch.remove("groups")).expectError(400, "mutability"),
        "groups: is read-only.");
  }

  @Test
  void aPathThatCannotBeUnderstood() {
    var id = provider.newUser(unique("ada"));

    assertTold(
        scim.patch("/Users/" + id, Patch.remove("emails[type")).expectError(400, "invalidPath"),
        "path emails[type: ");
  }

  @Test
  void anAttributeThatNoSchemaHas() {
    var id = provider.newUser(unique("ada"));

    assertTold(
        scim.patch("/Users/" + id, Patch.add("color", "red")).expectError(400, "invalidPath"),
        "path color: ");
  }

  @Test
  void aValueThatIsNotThere() {
    var id = provider.newUser(unique("ada"));
    var change = Patch.replace("emails[value co \"x\"].value", "a@example.com");

    assertTold(
        scim.patch("/Users/" + id, change).expectError(400, "noTarget"),
        "emails: no value matches the filter.");
  }

  @Test
  void aFilterThatCannotBeUnderstood() {
    assertTold(
        scim.find("/Users", "userName is \"ada\"").expectError(400, "invalidFilter"),
        "The filter: expected");
  }

  @Test
  void aFilterThatAsksForWhatNobodyMaySee() {
    assertTold(
        scim.find("/Users", "password eq \"x\"").expectError(403, "sensitive"),
        "password: can't be asked for.");
  }

  @Test
  void aBodyThatCannotBeUnderstood() {
    assertTold(scim.post("/Users", "{\"userName\": ").expectError(400, "invalidSyntax"), "JSON");
  }

  @Test
  void moreThanIsTakenAtOnce() {
    var id = provider.newUser(unique("ada"));
    var operations = Collections.nCopies(1_001, Patch.remove("title")).toArray(String[]::new);

    assertTold(
        scim.patch("/Users/" + id, operations).expectError(413, null),
        "Operations: expected at most 1000, got 1001.");
  }

  /** The answer has the words, and so has the log. */
  private void assertTold(Answer answer, String... words) {
    assertThat(answer.detail()).contains(words);
    var entry = newest();
    assertThat(entry.getString("outcome")).isEqualTo("refused");
    assertThat(entry.getInt("status")).isEqualTo(answer.status());
    assertThat(entry.getString("scimType", null))
        .isEqualTo(answer.json().getString("scimType", null));
    assertThat(entry.getString("reason")).isEqualTo(answer.detail());
    assertThat(entry.getString("cause")).isNotEqualTo("other");
    assertThat(entry.getString("advice")).endsWith(".");
  }

  private JsonObject newest() {
    return admin
        .get("/activity?limit=1&outcome=refused&provider=" + provider.scheme())
        .expect(200)
        .json()
        .getJsonArray("entries")
        .getJsonObject(0);
  }

  private Provider contosoOkta() {
    var other = Rollcall.running().newProvider();
    admin
        .put(
            "/sso/custom/" + other.id(),
            Body.provider(other.scheme()).replace("A provider", "Contoso Okta"))
        .expect(200);
    return other;
  }

  private void release(Provider former) {
    admin.delete("/scim/" + former.tokenId()).expect(204);
    admin.delete("/sso/custom/" + former.id() + "?release=true").expect(204);
  }
}
