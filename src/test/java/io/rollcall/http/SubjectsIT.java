package io.rollcall.http;

import static io.rollcall.http.fixture.Endpoint.encoded;
import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Provider;
import io.rollcall.http.fixture.Rollcall;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an admin sees of users and groups, and does with them. */
class SubjectsIT {

  private static final String DEPARTMENT =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department";

  @Connected private Provider provider;
  private Endpoint scim;
  private Endpoint admin;

  @BeforeEach
  void comeIn() {
    scim = provider.scim();
    admin = Rollcall.running().admin();
  }

  @Test
  void showAUserWithItsProviderAndOrigin() {
    var name = unique("ada");
    var created =
        scim.post(
                "/Users",
                Body.user(
                    name,
                    "displayName",
                    "Ada",
                    "emails",
                    List.of(
                        Map.of("value", "home@example.com"),
                        Map.of("value", "work@example.com", "primary", true))))
            .expect(201);

    var user = list("/users?provider=" + provider.scheme(), "users").get(0);

    assertThat(user.getString("id")).isEqualTo(created.at("/id"));
    assertThat(user.getString("status")).isEqualTo("active");
    assertThat(user.getString("userName")).isEqualTo(name);
    assertThat(user.getString("displayName")).isEqualTo("Ada");
    assertThat(user.getString("email")).isEqualTo("work@example.com");
    assertThat(user.getString("provider")).isEqualTo(provider.scheme());
    assertThat(user.getString("origin")).isEqualTo("scim");
    assertThat(user.getString("createdAt")).isEqualTo(created.at("/meta/created"));
    assertThat(user.getString("lastModified")).isEqualTo(created.at("/meta/lastModified"));
  }

  @Test
  void findPeopleByHowTheirNamesBeginInAnyLetterCase() {
    var beginning = "É" + UUID.randomUUID();
    var byUserName = provider.newUser(beginning.toLowerCase() + "-user");
    var byDisplayName = newUser("displayName", beginning + " Displayed");
    var byGivenName = newUser("name", Map.of("givenName", beginning.toUpperCase()));
    var byFamilyName = newUser("name", Map.of("familyName", beginning));
    var byEmail =
        newUser(
            "emails",
            List.of(
                Map.of("value", "first@example.com"), Map.of("value", beginning + "@example.com")));
    newUser("displayName", "Not " + beginning);
    newUser("title", beginning);

    assertThat(ids("/users?search=" + encoded(beginning), "users"))
        .containsExactly(byUserName, byDisplayName, byGivenName, byFamilyName, byEmail);
    assertThat(ids("/users?search=" + encoded(beginning.substring(0, 5) + "%"), "users")).isEmpty();
  }

  @Test
  void findGroupsByHowTheirNamesBegin() {
    var beginning = unique("Sales");
    var id = provider.newGroup(beginning + " of the north", provider.newUser(unique("u")));

    var found = list("/groups?search=" + beginning.toUpperCase(), "groups");

    assertThat(found).hasSize(1);
    assertThat(found.get(0).getString("id")).isEqualTo(id);
    assertThat(found.get(0).getInt("members")).isEqualTo(1);
    assertThat(found.get(0).getString("provider")).isEqualTo(provider.scheme());
    assertThat(found.get(0)).doesNotContainKey("status");
  }

  @Test
  void narrowByStatusAndFilterTogether() {
    var title = unique("Clerk");
    newUser("title", title);
    var left = newUser("title", title, "active", false);
    newUser("active", false);
    var filter = "&filter=" + encoded("title eq \"%s\"".formatted(title));

    assertThat(ids("/users?status=inactive" + filter, "users")).containsExactly(left);
    assertThat(ids("/users?status=active&provider=" + provider.scheme(), "users")).hasSize(1);
  }

  @Test
  void findByTheExternalIdOfWhateverProvider() {
    var externalId = unique("x");
    var id = newUser("externalId", externalId);

    assertThat(
            ids("/users?filter=" + encoded("externalId eq \"%s\"".formatted(externalId)), "users"))
        .containsExactly(id);
  }

  @Test
  void goOnPageByPage() {
    var all = provider.newUsers(5);
    var address = "/users?limit=2&provider=" + provider.scheme();
    var ids = new ArrayList<String>();

    var page = admin.get(address).expect(200);
    while (page.has("/next")) {
      ids.addAll(ids(page, "users"));
      page = admin.get(address + "&cursor=" + encoded(page.at("/next"))).expect(200);
    }
    ids.addAll(ids(page, "users"));

    assertThat(ids).containsExactlyElementsOf(all.stream().sorted().toList());
  }

  @Test
  void takeACursorForTheSameListOnly() {
    provider.newUsers(2);
    var next = admin.get("/users?limit=1&provider=" + provider.scheme()).expect(200).at("/next");

    assertThat(next).doesNotContain(list("/users?limit=1", "users").get(0).getString("id"));
    refuses("/users?cursor=" + encoded(next), "cursor");
    refuses("/groups?provider=" + provider.scheme() + "&cursor=" + encoded(next), "cursor");
    refuses("/users?cursor=x", "cursor");
  }

  @Test
  void refuseWhatCannotBeAsked() {
    refuses("/users?serach=a", "serach");
    refuses("/groups?status=active", "status");
    refuses("/users?status=on", "status");
    refuses("/users?provider=nobody", "provider");
    refuses("/users?limit=201", "limit");
    refuses("/users?filter=" + encoded("nickname gt"), "filter");
    refuses("/users?filter=" + encoded("password eq \"x\""), "filter");
    refuses("/users?search=a&search=b", "search");
  }

  @Test
  void tellWhoWroteWhichAttributeAndWhen() {
    var before = Instant.now();
    var id =
        scim.post("/Users", Body.user(unique("ada"), "title", "Miss", "password", "s3cret-of-ada"))
            .expect(201)
            .at("/id");
    var other = provider.newToken();
    var second = new Endpoint(scim.base(), other.getString("token"));
    second
        .patch(
            "/Users/" + id,
            Patch.replace("title", "Countess"),
            Patch.replace(DEPARTMENT, "Engines"),
            Patch.replace("nickName", "Ada"))
        .expect(200);
    scim.patch("/Users/" + id, Patch.replace(DEPARTMENT, "Mathematics")).expect(200);
    scim.patch("/Users/" + id, Patch.replace("title", "Countess")).expect(200);
    scim.patch("/Users/" + id, Patch.remove("nickName")).expect(200);

    var user = admin.get("/users/" + id).expect(200);

    assertThat(writer(user, "userName")).isEqualTo(provider.tokenId());
    assertThat(writer(user, "title")).isEqualTo(other.getString("id"));
    assertThat(writer(user, DEPARTMENT)).isEqualTo(provider.tokenId());
    assertThat(attribute(user, DEPARTMENT).getString("value")).isEqualTo("Mathematics");
    assertThat(attribute(user, "title").getJsonObject("writtenBy").toString())
        .isEqualTo(
            "{\"type\":\"scimToken\",\"id\":\"%s\",\"provider\":\"%s\"}"
                .formatted(other.getString("id"), provider.scheme()));
    assertThat(Instant.parse(attribute(user, "userName").getString("writtenAt")))
        .isEqualTo(Instant.parse(user.at("/createdAt")))
        .isBetween(before.minusSeconds(1), Instant.now());
    assertThat(Instant.parse(attribute(user, "title").getString("writtenAt")))
        .isAfterOrEqualTo(Instant.parse(user.at("/createdAt")));
    assertThat(attributes(user))
        .extracting(a -> a.getString("attribute"))
        .doesNotContain("nickName");
    assertThat(user.text()).doesNotContain("password").doesNotContain("s3cret-of-ada");
  }

  @Test
  void showMembershipsOfAUser() {
    var user = provider.newUser(unique("u"));
    var inner = provider.newGroup(unique("inner"), user);
    var outer = provider.newGroup(unique("outer"), inner);

    var found = list("/users/" + user + "/memberships", "memberships");

    assertThat(found)
        .extracting(group -> group.getString("id") + " " + group.getString("type"))
        .containsExactlyInAnyOrder(inner + " direct", outer + " indirect");
    assertThat(found.get(0).getString("displayName")).startsWith("inner");
    assertThat(ids("/groups/" + inner + "/groups", "memberships")).containsExactly(outer);
    var first = admin.get("/users/" + user + "/memberships?limit=1").expect(200);
    assertThat(
            ids(
                "/users/%s/memberships?cursor=%s".formatted(user, encoded(first.at("/next"))),
                "memberships"))
        .hasSize(1)
        .doesNotContainAnyElementsOf(ids(first, "memberships"));
  }

  @Test
  void showMembersOfAGroup() {
    var name = unique("u");
    var user = scim.post("/Users", Body.user(name, "displayName", "Ada")).expect(201).at("/id");
    var inner = provider.newGroup(unique("inner"));
    var group = provider.newGroup(unique("g"), user, inner);
    var address = "/groups/" + group + "/memberships";

    var members = list(address, "memberships");
    var first = admin.get(address + "?limit=1").expect(200);
    var second = admin.get(address + "?limit=1&cursor=" + encoded(first.at("/next"))).expect(200);

    assertThat(members).hasSize(2);
    assertThat(members.get(0).toString())
        .isEqualTo(
            "{\"id\":\"%s\",\"type\":\"User\",\"displayName\":\"Ada\",\"userName\":\"%s\"}"
                .formatted(user, name));
    assertThat(members.get(1).getString("type")).isEqualTo("Group");
    assertThat(ids(first, "memberships")).containsExactly(user);
    assertThat(ids(second, "memberships")).containsExactly(inner);
    assertThat(second.has("/next")).isFalse();
  }

  @Test
  void countMembersAsTheyComeAndGo() {
    var users = provider.newUsers(4);
    var group = provider.newGroup(unique("g"), users.get(0), users.get(0), users.get(1));
    scim.patch("/Groups/" + group, Patch.addMembers(users.get(1), users.get(2))).expect(204);
    scim.patch("/Groups/" + group, Patch.addMembers(users.get(3))).expect(204);
    scim.patch("/Groups/" + group, Patch.removeMember(users.get(0))).expect(204);
    scim.delete("/Users/" + users.get(1)).expect(204);

    assertThat(admin.get("/groups/" + group).expect(200).at("/members")).isEqualTo("2");
  }

  @Test
  void createALocalUser() {
    var name = unique("local");
    var created =
        admin
            .post(
                "/users",
                Body.object(
                    "userName", name,
                    "displayName", "Lo Cal",
                    "email", "lo@example.com",
                    "givenName", "Lo",
                    "familyName", "Cal",
                    "attributes", Map.of("title", "Guest", "nickName", "lc")))
            .expect(200);

    var id = created.at("/id");
    assertThat(created.at("/origin")).isEqualTo("admin");
    assertThat(created.at("/status")).isEqualTo("active");
    assertThat(created.at("/email")).isEqualTo("lo@example.com");
    assertThat(created.has("/provider")).isFalse();
    assertThat(attribute(created, "title").getJsonObject("writtenBy").getString("type"))
        .isEqualTo("adminKey");
    assertThat(admin.get("/users/" + id).expect(200).text()).isEqualTo(created.text());
    var seen = scim.get("/Users/" + id).expect(200);
    assertThat(seen.at("/name/givenName")).isEqualTo("Lo");
    assertThat(seen.at("/name/familyName")).isEqualTo("Cal");
    assertThat(ids("/users?search=" + name, "users")).containsExactly(id);
    var taken = admin.post("/users", Body.user(name.toUpperCase())).expect(409);
    assertThat(taken.detail())
        .contains("userName", id)
        .contains("Choose another one")
        .doesNotContain("adopt");
  }

  @Test
  void refuseAUserThatDoesNotFollowTheSchemas() {
    refusesUser("{\"displayName\": \"X\"}", "userName");
    assertThat(admin.post("/users", "{}").expect(400).text()).doesNotContain("Map an attribute");
    refusesUser("{\"userName\": 5}", "userName");
    refusesUser("{\"userName\": \"x\", \"username\": \"y\"}", "username");
    refusesUser("{\"userName\": \"x\", \"attributes\": {\"titel\": \"y\"}}", "attributes.titel");
    refusesUser(
        "{\"userName\": \"x\", \"attributes\": {\"password\": \"secret-x\"}}",
        "attributes.password");
    refusesUser(
        "{\"userName\": \"x\", \"email\": \"a\", \"attributes\": {\"emails\": []}}",
        "attributes.emails");
    refusesUser(
        "{\"userName\": \"x\", \"attributes\": {\"name\": {\"givenName\": 7}}}", "name.givenName");
  }

  @Test
  void deactivateAndReactivateALocalUser() {
    var id = admin.post("/users", Body.user(unique("local"))).expect(200).at("/id");

    var inactive = admin.send("POST", "/users/" + id + "/deactivate", null, Map.of()).expect(200);
    var again = admin.send("POST", "/users/" + id + "/deactivate", null, Map.of()).expect(200);

    assertThat(inactive.at("/status")).isEqualTo("inactive");
    assertThat(again.text()).isEqualTo(inactive.text());
    assertThat(scim.get("/Users/" + id).at("/active")).isEqualTo("false");
    assertThat(ids("/users?status=inactive&search=" + inactive.at("/userName"), "users"))
        .containsExactly(id);
    assertThat(post("/users/" + id + "/reactivate").expect(200).at("/status")).isEqualTo("active");
  }

  @Test
  void doNotEditWhatAProviderHas() {
    var id = provider.newUser(unique("u"));

    for (var change : List.of("deactivate", "reactivate")) {
      assertThat(post("/users/" + id + "/" + change).expect(409).detail())
          .contains("A provider (" + provider.scheme() + ")")
          .contains("release");
    }
    assertThat(admin.get("/users/" + id).at("/status")).isEqualTo("active");
  }

  @Test
  void passAUserToAnotherProvider() {
    var other = Rollcall.running().newProvider();
    var id =
        scim.post("/Users", Body.user(unique("u"), "externalId", "ours")).expect(201).at("/id");

    var transferred = transfer("/users/" + id, other.scheme()).expect(200);
    var again = transfer("/users/" + id, other.scheme()).expect(200);

    assertThat(transferred.at("/provider")).isEqualTo(other.scheme());
    assertThat(again.text()).isEqualTo(transferred.text());
    scim.patch("/Users/" + id, Patch.replace("title", "T")).expectError(403, null);
    assertThat(other.scim().get("/Users/" + id).expect(200).has("/externalId")).isFalse();
    other.scim().patch("/Users/" + id, Patch.replace("title", "T")).expect(200);
    assertThat(ids("/users?provider=" + provider.scheme(), "users")).isEmpty();
    assertThat(ids("/users?provider=" + other.scheme(), "users")).containsExactly(id);
    assertThat(outcomes(id)).containsExactly("changed", "refused", "transferred", "created");
  }

  @Test
  void releaseAUserForWhoeverAdoptsIt() {
    var other = Rollcall.running().newProvider();
    var id = provider.newUser(unique("u"));

    var released = post("/users/" + id + "/release").expect(200);
    post("/users/" + id + "/release").expect(200);

    assertThat(released.has("/provider")).isFalse();
    assertThat(released.at("/origin")).isEqualTo("scim");
    assertThat(outcomes(id)).containsExactly("released", "created");
    other.scim().patch("/Users/" + id, Patch.replace("title", "T")).expect(200);
    assertThat(admin.get("/users/" + id).at("/provider")).isEqualTo(other.scheme());
  }

  @Test
  void refuseATransferToAProviderThatHasAGroupOfThatName() {
    var other = Rollcall.running().newProvider();
    var name = unique("Sales");
    var ours = provider.newGroup(name);
    var theirs = other.newGroup(name.toLowerCase());

    assertThat(transfer("/groups/" + ours, other.scheme()).expect(409).detail()).contains(theirs);
    assertThat(admin.get("/groups/" + ours).at("/provider")).isEqualTo(provider.scheme());

    other.scim().delete("/Groups/" + theirs).expect(204);
    transfer("/groups/" + ours, other.scheme()).expect(200);
    other.scim().patch("/Groups/" + ours, Patch.remove("members")).expect(204);
  }

  @Test
  void releaseGroupsOfOneNameFromTwoProviders() {
    var other = Rollcall.running().newProvider();
    var name = unique("Sales");
    var ours = provider.newGroup(name);
    var theirs = other.newGroup(name);

    post("/groups/" + ours + "/release").expect(200);
    post("/groups/" + theirs + "/release").expect(200);

    scim.patch("/Groups/" + theirs, Patch.remove("members")).expect(204);
    scim.patch("/Groups/" + ours, Patch.remove("members")).expectError(409, "uniqueness");
  }

  @Test
  void refuseATransferToNoProvider() {
    var id = provider.newUser(unique("u"));

    refusesWith(transfer("/users/" + id, "nowhere"), "provider");
    refusesWith(transfer("/users/" + id, "(nobody)"), "provider");
    refusesWith(admin.post("/users/" + id + "/transfer", "{}"), "provider");
    assertThat(transfer("/users/none", provider.scheme()).expect(404).detail())
        .isEqualTo("User none does not exist.");
    transfer("/groups/" + id, provider.scheme()).expect(404);
  }

  private String newUser(Object... members) {
    return scim.post("/Users", Body.user(unique("u"), members)).expect(201).at("/id");
  }

  private Answer post(String path) {
    return admin.send("POST", path, null, Map.of());
  }

  private Answer transfer(String path, String scheme) {
    return admin.post(path + "/transfer", Body.object("provider", scheme));
  }

  private void refuses(String address, String field) {
    refusesWith(admin.get(address), field);
  }

  private void refusesUser(String body, String field) {
    var refused = admin.post("/users", body);
    refusesWith(refused, field);
    assertThat(refused.text()).doesNotContain("secret-x");
  }

  private static void refusesWith(Answer answer, String field) {
    assertThat(answer.expect(400).at("/errors/0/field")).as(answer.text()).isEqualTo(field);
  }

  private List<JsonObject> list(String address, String name) {
    return items(admin.get(address).expect(200), name);
  }

  private static List<JsonObject> items(Answer answer, String name) {
    return answer.json().getJsonArray(name).getValuesAs(JsonObject.class);
  }

  private List<String> ids(String address, String name) {
    return ids(admin.get(address).expect(200), name);
  }

  private static List<String> ids(Answer answer, String name) {
    return items(answer, name).stream().map(item -> item.getString("id")).toList();
  }

  private static List<JsonObject> attributes(Answer user) {
    return items(user, "attributes");
  }

  private static JsonObject attribute(Answer user, String name) {
    return attributes(user).stream()
        .filter(attribute -> attribute.getString("attribute").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String writer(Answer user, String name) {
    return attribute(user, name).getJsonObject("writtenBy").getString("id");
  }

  private List<String> outcomes(String id) {
    return items(admin.get("/activity?resource=" + id).expect(200), "entries").stream()
        .map(entry -> entry.getString("outcome"))
        .filter(outcome -> !outcome.equals("unchanged"))
        .toList();
  }
}
