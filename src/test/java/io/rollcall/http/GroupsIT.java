package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Provider;
import io.rollcall.http.fixture.Rollcall;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsIT {

  @Connected private static Provider provider;
  @Connected private static Endpoint scim;

  @Test
  void haveUsersAndGroupsAsMembers() {
    var user = provider.newUser(unique("u"));
    var inner = provider.newGroup(unique("inner"));
    var outer = provider.newGroup(unique("outer"), user, inner);

    var read = scim.get("/Groups/" + outer).expect(200);

    assertThat(read.values("members")).containsExactlyInAnyOrder(user, inner);
    assertThat(read.json().getJsonArray("members").getValuesAs(JsonObject.class))
        .extracting(m -> m.getString("type"), m -> m.getString("$ref"))
        .containsExactlyInAnyOrder(
            tuple("User", scim.base() + "/Users/" + user),
            tuple("Group", scim.base() + "/Groups/" + inner));
  }

  @Test
  void showAllOfManyMembersAloneAndInLists() {
    var prefix = unique("many");
    var users =
        Stream.generate(() -> provider.newUsers(500)).limit(5).flatMap(List::stream).toList();
    var some = users.subList(0, 3);
    var groups =
        Stream.of(some, users, List.<String>of(), some)
            .collect(
                Collectors.toMap(
                    members -> provider.newGroup(unique(prefix), members.toArray(String[]::new)),
                    members -> members));

    groups.forEach(
        (id, members) ->
            assertThat(scim.get("/Groups/" + id).expect(200).values("members"))
                .containsExactlyInAnyOrderElementsOf(members));
    var listed = scim.find("/Groups", "displayName sw \"%s\"".formatted(prefix)).expect(200);
    assertThat(listed.resources())
        .hasSize(groups.size())
        .allSatisfy(
            group ->
                assertThat(Answer.values(group, "members"))
                    .containsExactlyInAnyOrderElementsOf(groups.get(group.getString("id"))));
  }

  @Test
  void showInTheirUsersDirectlyAndIndirectly() {
    var user = provider.newUser(unique("u"));
    var inner = provider.newGroup(unique("inner"), user);
    var outer = provider.newGroup(unique("outer"), inner);
    var top = provider.newGroup(unique("top"), outer);

    var groups = scim.get("/Users/" + user).json().getJsonArray("groups");

    assertThat(groups.getValuesAs(JsonObject.class))
        .extracting(g -> g.getString("value") + " " + g.getString("type"))
        .containsExactlyInAnyOrder(inner + " direct", outer + " indirect", top + " indirect");
    assertThat(scim.find("/Users", "groups.value eq \"%s\"".formatted(top)).ids())
        .containsExactly(user);
    assertThat(scim.find("/Groups", "members[value eq \"%s\"]".formatted(user)).ids())
        .containsExactly(inner);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"%s\"}]}",
        "{\"op\": \"Add\", \"path\": \"members\", \"value\": {\"value\": \"%s\", \"display\": \"D\"}}",
        "{\"op\": \"add\", \"value\": {\"members\": [{\"value\": \"%s\"}]}}"
      })
  void takeMembersInEveryForm(String add) {
    var user = provider.newUser(unique("u"));
    var group = provider.newGroup(unique("g"), provider.newUser(unique("u")));

    scim.patch("/Groups/" + group, add.formatted(user)).expect(204);

    assertThat(scim.get("/Groups/" + group).values("members")).hasSize(2).contains(user);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"op": "remove", "path": "members[value eq \\"%s\\"]"}                 | Okta, Entra ID with the flag
          {"op": "Remove", "path": "members", "value": [{"value": "%s"}]}        | Entra ID, JumpCloud
          {"op": "Remove", "path": "members", "value": [{"$ref": null, "value": "%s"}]} | Entra ID
          """)
  void letMembersGoInEveryForm(String remove, String who) {
    var goes = provider.newUser(unique("u"));
    var stays = provider.newUser(unique("u"));
    var group = provider.newGroup(unique("g"), goes, stays);

    scim.patch("/Groups/" + group, remove.formatted(goes)).expect(204);
    scim.patch("/Groups/" + group, remove.formatted(goes)).expect(204);

    assertThat(scim.get("/Groups/" + group).values("members")).containsExactly(stays);
  }

  @Test
  void replaceAndRemoveAllMembers() {
    var before = provider.newUser(unique("u"));
    var after = provider.newUser(unique("u"));
    var group = provider.newGroup(unique("g"), before);

    scim.patch("/Groups/" + group, Patch.replace("members", Body.values(after))).expect(204);
    assertThat(scim.get("/Groups/" + group).values("members")).containsExactly(after);

    scim.patch("/Groups/" + group, Patch.remove("members")).expect(204);
    assertThat(scim.get("/Groups/" + group).values("members")).isEmpty();
  }

  @Test
  void refuseAMemberThatDoesNotExistAndNameIt() {
    var group = provider.newGroup(unique("g"));
    var version = scim.get("/Groups/" + group).at("/meta/version");

    var refused =
        scim.patch("/Groups/" + group, Patch.addMembers(provider.newUser(unique("u")), "nobody"))
            .expectError(400, "invalidValue");

    assertThat(refused.detail()).contains("nobody");
    assertThat(scim.get("/Groups/" + group).values("members")).isEmpty();
    assertThat(scim.get("/Groups/" + group).at("/meta/version")).isEqualTo(version);
  }

  @Test
  void cannotContainThemselvesAtAnyDepth() {
    var a = provider.newGroup(unique("a"));
    var b = provider.newGroup(unique("b"), a);
    var c = provider.newGroup(unique("c"), b);

    for (var member : List.of(a, b, c)) {
      scim.patch("/Groups/" + a, Patch.addMembers(member)).expectError(400, "invalidValue");
    }
    assertThat(scim.get("/Groups/" + a).values("members")).isEmpty();
  }

  @Test
  void keepTheVersionWhenNothingChanges() {
    var user = provider.newUser(unique("u"));
    var group = provider.newGroup(unique("g"), user);
    var before = scim.get("/Groups/" + group);

    scim.patch("/Groups/" + group, Patch.addMembers(user), Patch.removeMember("nobody"))
        .expect(204);

    assertThat(scim.get("/Groups/" + group).text()).isEqualTo(before.text());
  }

  @Test
  void haveANewVersionWhenAMemberComesGoesOrIsDeleted() {
    var user = provider.newUser(unique("u"));
    var group = provider.newGroup(unique("g"));
    var created = scim.get("/Groups/" + group).at("/meta/version");

    scim.patch("/Groups/" + group, Patch.addMembers(user));
    var added = scim.get("/Groups/" + group).at("/meta/version");
    scim.delete("/Users/" + user).expect(204);
    var deleted = scim.get("/Groups/" + group).expect(200);

    assertThat(added).isNotEqualTo(created);
    assertThat(deleted.at("/meta/version")).isNotEqualTo(added);
    assertThat(deleted.values("members")).isEmpty();
  }

  @Test
  void haveATagThatChangesWithTheNamesOfTheirMembers() {
    var few = new ArrayList<>(provider.newUsers(2));
    var many = new ArrayList<>(provider.newUsers(1_000));
    many.addAll(few);
    for (var members : List.of(few, many)) {
      var path = "/Groups/" + provider.newGroup(unique("tag"), members.toArray(String[]::new));
      var tag = scim.get(path).header("ETag").orElseThrow();
      scim.send("GET", path, null, Map.of("If-None-Match", tag)).expect(304);

      scim.patch("/Users/" + few.get(0), Patch.replace("displayName", unique("name")));

      var changed = scim.send("GET", path, null, Map.of("If-None-Match", tag)).expect(200);
      assertThat(changed.at("/meta/version")).isEqualTo(changed.header("ETag").orElseThrow());
      scim.send("PATCH", path, Patch.message(Patch.remove("externalId")), Map.of("If-Match", tag))
          .expect(204);
    }
  }

  @Test
  void leaveTheirUsersWhenTheyAreDeleted() {
    var user = provider.newUser(unique("u"));
    var group = provider.newGroup(unique("g"), user);

    scim.delete("/Groups/" + group).expect(204);

    assertThat(scim.get("/Users/" + user).expect(200).has("/groups")).isFalse();
  }

  @Test
  void cannotHaveTheSameDisplayNameInAnyLetterCaseButAnotherProvidersCan() {
    var name = unique("Tour Guides");
    provider.newGroup(name);

    var same = Body.group(name.toUpperCase(Locale.ROOT));
    scim.post("/Groups", same).expectError(409, "uniqueness");
    Rollcall.running().newProvider().scim().post("/Groups", same).expect(201);
  }

  @Test
  void areAnsweredToAPatchOnlyWhenTheClientAsks() {
    var group = provider.newGroup(unique("g"), provider.newUser(unique("u")));
    var rename = Patch.replace("displayName", unique("renamed"));

    assertThat(scim.patch("/Groups/" + group, rename).expect(204).text()).isEmpty();
    assertThat(
            scim.patch("/Groups/" + group + "?excludedAttributes=members", rename)
                .expect(200)
                .json())
        .doesNotContainKey("members");
    assertThat(
            scim.send(
                    "PATCH",
                    "/Groups/" + group,
                    Patch.message(rename),
                    Map.of("Prefer", "return=representation"))
                .expect(200)
                .values("members"))
        .hasSize(1);
  }

  @Test
  void areFoundWithoutTheirMembers() {
    var name = unique("find me");
    var group = provider.newGroup(name, provider.newUser(unique("u")));

    var found =
        scim.get(
            "/Groups?excludedAttributes=members&filter="
                + Endpoint.encoded("displayName eq \"%s\"".formatted(name)));

    assertThat(found.expect(200).ids()).containsExactly(group);
    assertThat(found.resources().get(0)).doesNotContainKey("members");
  }

  @Test
  void areReplacedWithTheirMembers() {
    var name = unique("put");
    var stays = provider.newUser(unique("u"));
    var comes = provider.newUser(unique("u"));
    var group = provider.newGroup(name, stays, provider.newUser(unique("u")));

    var replaced =
        scim.put(
                "/Groups/" + group,
                """
                {"displayName": "%s", "members": [{"value": "%s"}, {"value": "%s"}]}"""
                    .formatted(name, stays, comes))
            .expect(200);

    assertThat(replaced.values("members")).containsExactlyInAnyOrder(stays, comes);
  }

  @Test
  void loseNoMemberThatIsAddedAtTheSameTime() throws Exception {
    var group = provider.newGroup(unique("busy"));
    var users = IntStream.range(0, 16).mapToObj(i -> provider.newUser(unique("u"))).toList();
    Stream<Callable<Answer>> additions =
        users.stream().map(user -> () -> scim.patch("/Groups/" + group, Patch.addMembers(user)));

    var clients = Executors.newFixedThreadPool(8);
    try {
      for (var answer : clients.invokeAll(additions.toList())) {
        answer.get().expect(204);
      }
    } finally {
      clients.shutdown();
    }

    assertThat(scim.get("/Groups/" + group).values("members"))
        .containsExactlyInAnyOrderElementsOf(users);
  }
}
