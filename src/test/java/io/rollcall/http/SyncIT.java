package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Patch;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A whole directory, provisioned in the order in which Entra ID does it, and an incremental cycle.
 */
@Tag("payara")
class SyncIT {

  private static final int USERS = 1_000;
  private static final int GROUPS = 20;
  private static final int CHANGED = 50;
  private static final int DEACTIVATED = 20;
  private static final int DELETED = 10;
  private static final int MOVED = 30;
  private static final String FLAG = "aadOptscim062020";

  private final String run = unique("sync");
  @Connected private Endpoint scim;
  private final List<Person> people = new ArrayList<>();
  private final List<Team> teams = new ArrayList<>();

  /** A user at the source, and the id that the server gave it. */
  private static final class Person {
    private final String userName;
    private String displayName;
    private boolean active = true;
    private String id;

    Person(String userName) {
      this.userName = userName;
      this.displayName = "Person " + userName;
    }
  }

  /** A group at the source. */
  private static final class Team {
    private final String name;
    private final Set<Person> members = new HashSet<>();
    private String id;

    Team(String name) {
      this.name = name;
    }
  }

  @Test
  void leavesTheServerEqualToItsSource() {
    for (var i = 0; i < USERS; i++) {
      people.add(new Person("%s-%04d@example.com".formatted(run, i)));
    }
    for (var i = 0; i < GROUPS; i++) {
      var team = new Team("%s team %d".formatted(run, i));
      team.members.addAll(people.subList(i * 40, i * 40 + 60));
      teams.add(team);
    }

    people.forEach(this::provision);
    teams.forEach(this::provision);
    assertEqual();

    incrementalCycle();
    assertEqual();
  }

  private void provision(Person person) {
    var filter = Endpoint.encoded("userName eq \"%s\"".formatted(person.userName));
    assertThat(scim.get("/Users?" + FLAG + "&filter=" + filter).expect(200).totalResults())
        .isZero();
    person.id =
        scim.post(
                "/Users?" + FLAG,
                """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User",
                             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
                 "externalId": "%s", "userName": "%s", "active": true, "displayName": "%s",
                 "emails": [{"primary": true, "type": "work", "value": "%s"}],
                 "meta": {"resourceType": "User"},
                 "name": {"formatted": "%s", "familyName": "F", "givenName": "G"}, "roles": [],
                 "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                   {"department": "D", "employeeNumber": "7"}}"""
                    .formatted(
                        person.userName,
                        person.userName,
                        person.displayName,
                        person.userName,
                        person.displayName))
            .expect(201)
            .at("/id");
  }

  private void provision(Team team) {
    var filter = Endpoint.encoded("displayName eq \"%s\"".formatted(team.name));
    var lookup = "/Groups?" + FLAG + "&excludedAttributes=members&filter=" + filter;
    assertThat(scim.get(lookup).expect(200).totalResults()).isZero();
    team.id =
        scim.post(
                "/Groups?" + FLAG,
                """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],
                 "externalId": "%s", "displayName": "%s", "meta": {"resourceType": "Group"}}"""
                    .formatted(team.name, team.name))
            .expect(201)
            .at("/id");
    team.members.forEach(member -> add(team, member));
  }

  private void incrementalCycle() {
    for (var person : people.subList(0, CHANGED)) {
      person.displayName = "Changed " + person.userName;
      patch(person, Patch.replace(Map.of("displayName", person.displayName)));
    }
    for (var person : people.subList(100, 100 + DEACTIVATED)) {
      person.active = false;
      patch(person, Patch.replace("active", false));
    }
    for (var person : List.copyOf(people.subList(200, 200 + DELETED))) {
      scim.delete("/Users/" + person.id + "?" + FLAG).expect(204);
      people.remove(person);
      teams.forEach(team -> team.members.remove(person));
    }
    for (var i = 0; i < MOVED; i++) {
      move(i);
    }
  }

  private void move(int round) {
    var from = teams.get(round % GROUPS);
    var to = teams.get((round + 7) % GROUPS);
    var person =
        from.members.stream()
            .filter(member -> !to.members.contains(member))
            .findFirst()
            .orElseThrow();
    from.members.remove(person);
    scim.patch("/Groups/" + from.id + "?" + FLAG, Patch.removeMember(person.id)).expect(204);
    to.members.add(person);
    add(to, person);
  }

  private void add(Team team, Person member) {
    scim.patch("/Groups/" + team.id + "?" + FLAG, Patch.addMembers(member.id)).expect(204);
  }

  private void patch(Person person, String operation) {
    scim.patch("/Users/" + person.id + "?" + FLAG, operation).expect(200);
  }

  private void assertEqual() {
    var expected = new LinkedHashMap<String, String>();
    people.forEach(
        person ->
            expected.put(
                person.id,
                shown(person.userName, person.displayName, person.active, groupsOf(person))));
    assertThat(provisioned()).containsExactlyInAnyOrderEntriesOf(expected);

    for (var team : teams) {
      assertThat(scim.get("/Groups/" + team.id).expect(200).values("members"))
          .containsExactlyInAnyOrderElementsOf(
              team.members.stream().map(person -> person.id).toList());
    }
  }

  private Map<String, String> provisioned() {
    var users = new LinkedHashMap<String, String>();
    Answer page;
    do {
      page = scim.get("/Users?filter=externalId%20pr&startIndex=" + (users.size() + 1));
      page.expect(200).resources().forEach(user -> users.put(user.getString("id"), shown(user)));
    } while (users.size() < page.totalResults() && !page.resources().isEmpty());
    return users;
  }

  private static String shown(JsonObject user) {
    var groups = new HashSet<String>();
    if (user.containsKey("groups")) {
      user.getJsonArray("groups")
          .getValuesAs(JsonObject.class)
          .forEach(group -> groups.add(group.getString("value")));
    }
    return shown(
        user.getString("userName"),
        user.getString("displayName"),
        user.getBoolean("active"),
        groups);
  }

  private static String shown(
      String userName, String displayName, boolean active, Set<String> groups) {
    return "%s, %s, %s, %s"
        .formatted(userName, displayName, active, groups.stream().sorted().toList());
  }

  private Set<String> groupsOf(Person person) {
    var groups = new HashSet<String>();
    teams.stream()
        .filter(team -> team.members.contains(person))
        .forEach(team -> groups.add(team.id));
    return groups;
  }
}
