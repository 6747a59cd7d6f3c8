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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an admin is told who asks why a person is here, or isn't. */
class WhyIT {

  @Connected private Provider provider;
  private Endpoint scim;
  private Endpoint admin;

  @BeforeEach
  void comeIn() {
    scim = provider.scim();
    admin = Rollcall.running().admin();
  }

  @Test
  void tellsThatAPersonIsHere() {
    var name = unique("ada");
    var id = provider.newUser(name);
    var group = unique("Sales");
    provider.newGroup(group, id);

    var why = why(name.toUpperCase());

    assertThat(why.at("/verdict")).isEqualTo("here");
    assertThat(why.at("/sentence"))
        .startsWith("Here and active since ")
        .contains(", from A provider; in ")
        .contains(group);
    assertThat(why.at("/resource/id")).isEqualTo(id);
    assertThat(why.at("/provider")).isEqualTo(provider.scheme());
    assertThat(why.at("/groups/0/displayName")).isEqualTo(group);
    assertThat(why.at("/history/0/outcome")).isEqualTo("created");
  }

  @Test
  void tellsThatAPersonIsInactive() {
    var name = unique("ada");
    scim.patch("/Users/" + provider.newUser(name), Patch.replace("active", false)).expect(200);

    assertThat(why(name).at("/verdict")).isEqualTo("inactive");
    assertThat(why(name).at("/sentence"))
        .startsWith("Here, but inactive: deactivated by A provider on ");
  }

  @Test
  void tellsThatAPersonWasDeleted() {
    var name = unique("ada");
    var mail = unique("Ada") + "@example.com";
    var id =
        scim.post("/Users", Body.user(name, "emails", Body.values(mail))).expect(201).at("/id");
    scim.delete("/Users/" + id).expect(204);

    for (var person : List.of(name, mail.toLowerCase(), id)) {
      assertThat(why(person).at("/verdict")).as(person).isEqualTo("deleted");
      assertThat(why(person).at("/sentence")).startsWith("Deleted by A provider on ");
    }
  }

  @Test
  void tellsThatAPersonWasRefused() {
    var name = unique("ada");
    for (var attempt = 0; attempt < 3; attempt++) {
      scim.post("/Users", Body.user(name, "active", "perhaps")).expect(400);
    }

    assertThat(why(name).at("/verdict")).isEqualTo("refused");
    assertThat(why(name).at("/sentence")).startsWith("Refused 3 times since ").contains("active");
    assertThat(why(name).json().getJsonArray("refused")).hasSize(3);
  }

  @Test
  void tellsThatAPersonWasNeverNamed() {
    var name = unique("katherine.johnson");
    provider.newUser(name + "x");

    var why = why(name);

    assertThat(why.at("/verdict")).isEqualTo("neverNamed");
    assertThat(why.at("/sentence")).startsWith("Never asked for").contains("90 days");
    assertThat(why.at("/similar/0/name")).isEqualTo(name + "x");
  }

  @Test
  void asksForAPerson() {
    assertThat(admin.get("/why").expect(400).text()).contains("person");
    assertThat(admin.get("/why?person=%20").expect(400).text()).contains("person");
  }

  @Test
  void findsWhoWasRefusedByTheNamesThatPeopleUse() {
    var displayName = unique("Ada Lovelace");
    var formatted = unique("Countess Lovelace");
    var nameless =
        Body.object(
            "externalId",
            unique("x"),
            "displayName",
            displayName,
            "name",
            Map.of("formatted", formatted));
    scim.post("/Users", nameless).expect(400);

    for (var name : List.of(displayName, formatted)) {
      assertThat(why(name).at("/verdict")).as(name).isEqualTo("refused");
      assertThat(why(name).at("/refused/0/resource/name")).isEqualTo(displayName);
    }
  }

  @Test
  void tellsOfEachProviderWhatItWasRefused() {
    var name = unique("ada");
    var id = provider.newUser(name);
    var other = named("Contoso Okta");
    other.scim().post("/Users", Body.user(name)).expect(409);

    scim.patch("/Users/" + id, Patch.replace("title", "Countess")).expect(200);

    assertThat(why(name).at("/verdict")).isEqualTo("here");
    assertThat(why(name).at("/sentence"))
        .contains(", from A provider; in no group. Refused once, on ")
        .contains(", from Contoso Okta: the userName is taken by A provider. ")
        .contains("Assign this user either in Contoso Okta or in A provider,");
  }

  @Test
  void keepsTwoGroupsOfOneNameApart() {
    var name = unique("Sales");
    var former = provider.newGroup(name);
    scim.delete("/Groups/" + former).expect(204);
    var id = provider.newGroup(name);
    var other = named("Contoso Okta").newGroup(name);

    var why = why(name);

    assertThat(why.at("/resource/id")).isEqualTo(id);
    assertThat(why.json().getJsonArray("history")).hasSize(1);
    assertThat(why.at("/others/0/id")).isEqualTo(other);
    assertThat(why(other).at("/resource/id")).isEqualTo(other);
  }

  @Test
  void keepsWhoDeletedAPersonWhoeverComesLater() {
    var name = unique("ada");
    var id = provider.newUser(name);
    scim.delete("/Users/" + id).expect(204);
    scim.delete("/Users/" + id).expect(404);
    assertThat(why(name).at("/verdict")).isEqualTo("deleted");
    assertThat(why(name).at("/sentence"))
        .startsWith("Deleted by A provider on ")
        .doesNotContain("refers");

    scim.patch("/Users/" + id, Patch.replace("active", false)).expect(404);

    for (var person : List.of(name, id)) {
      assertThat(why(person).at("/verdict")).isEqualTo("deleted");
      assertThat(why(person).at("/sentence"))
          .startsWith("Deleted by A provider on ")
          .contains(" A provider still refers to it: Have it looked up anew. ");
    }
    assertThat(why(name).json().getJsonArray("refused")).hasSize(2);
  }

  @Test
  void tellsNoReasonThatTheDeletionHasEnded() {
    var name = unique("ada");
    var id = provider.newUser(name);
    named("Contoso Okta").scim().post("/Users", Body.user(name)).expect(409);
    scim.delete("/Users/" + id).expect(204);

    assertThat(why(name).at("/verdict")).isEqualTo("deleted");
    assertThat(why(name).at("/sentence")).doesNotContain("taken");
  }

  @Test
  void tellsWhoWasRefusedSinceTheDeletion() {
    var name = unique("ada");
    scim.delete("/Users/" + provider.newUser(name)).expect(204);

    scim.post("/Users", Body.user(name, "active", "perhaps")).expect(400);

    assertThat(why(name).at("/verdict")).isEqualTo("refused");
  }

  @Test
  void tellsSinceWhenAProviderHasWhoWasGivenToIt() {
    var name = unique("ada");
    var id = provider.newUser(name);
    var other = named("Contoso Okta");
    admin.post("/users/" + id + "/transfer", Body.object("provider", other.scheme())).expect(200);

    assertThat(why(name).at("/sentence"))
        .containsPattern("^Here and active since .*, from Contoso Okta since .*; in no group\\.$");
  }

  @Test
  void tellsNoNameTwiceOfThoseThatAreNearlyTheSame() {
    var name = unique("katherine.johnson");
    var user = Body.user(name + "x", "displayName", name + "x", "externalId", name + "y");
    scim.post("/Users", user).expect(201);
    scim.post("/Users", Body.user(name + "x")).expect(409);

    assertThat(why(name).json().getJsonArray("similar")).hasSize(2);
    assertThat(why(name).at("/similar/0/id")).isNotEmpty();
  }

  @Test
  void offersNobodyTheNameThatWasAskedFor() {
    var name = unique("katherine.johnson");
    scim.post("/Users", Body.user(name, "active", "perhaps")).expect(400);

    assertThat(why(name).at("/similar")).isEqualTo("[]");
  }

  private Provider named(String displayName) {
    var other = Rollcall.running().newProvider();
    var description = Body.provider(other.scheme()).replace("A provider", displayName);
    admin.put("/sso/custom/" + other.id(), description).expect(200);
    return other;
  }

  private Answer why(String person) {
    return admin.get("/why?person=" + encoded(person)).expect(200);
  }
}
