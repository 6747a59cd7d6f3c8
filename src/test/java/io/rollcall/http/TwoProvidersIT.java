package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Provider;
import io.rollcall.http.fixture.Rollcall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two providers of one tenant: each changes its own, both read all. */
class TwoProvidersIT {

  private Rollcall rollcall;
  private Provider ours;
  private Provider theirs;

  @BeforeEach
  void connect() {
    rollcall = Rollcall.running();
    ours = rollcall.newProvider();
    theirs = rollcall.newProvider();
  }

  @Test
  void readWhatTheOtherProvisions() {
    var userName = unique("u");
    var id = theirs.newUser(userName);

    assertThat(ours.scim().get("/Users/" + id).expect(200).at("/userName")).isEqualTo(userName);
    assertThat(ours.scim().find("/Users", "userName eq \"%s\"".formatted(userName)).ids())
        .containsExactly(id);
  }

  @Test
  void mayNotChangeOrDeleteWhatTheOtherProvisions() {
    var userName = unique("u");
    var user = "/Users/" + theirs.newUser(userName);
    var group = "/Groups/" + theirs.newGroup(unique("g"));
    var before = theirs.scim().get(user).text();

    ours.scim().put(user, Body.user(userName)).expectError(403, null);
    ours.scim().patch(user, Patch.remove("title")).expectError(403, null);
    ours.scim().delete(user).expectError(403, null);
    ours.scim().patch(group, Patch.remove("members")).expectError(403, null);
    assertThat(ours.scim().delete(group).expectError(403, null).detail())
        .contains("provisioned by A provider, another SSO provider of this tenant");

    assertThat(theirs.scim().get(user).text()).isEqualTo(before);
  }

  @Test
  void haveEachTheirOwnExternalIds() {
    var theirId =
        theirs
            .scim()
            .post("/Users", Body.user(unique("t"), "externalId", "42"))
            .expect(201)
            .at("/id");
    var ourId =
        ours.scim()
            .post("/Users", Body.user(unique("o"), "externalId", "42"))
            .expect(201)
            .at("/id");

    assertThat(ours.scim().find("/Users", "externalId eq \"42\"").ids()).containsExactly(ourId);
    assertThat(theirs.scim().find("/Users", "externalId eq \"42\"").ids()).containsExactly(theirId);
    assertThat(ours.scim().get("/Users/" + theirId).has("/externalId")).isFalse();
  }

  @Test
  void adoptWhatIsNobodysWithoutTakingOverTheAccount() {
    var userName = unique("u");
    var id =
        theirs
            .scim()
            .post(
                "/Users",
                """
                {"userName": "%s", "externalId": "theirs",
                 "emails": [{"value": "real@example.com"}]}"""
                    .formatted(userName))
            .at("/id");
    release(theirs);

    var adopted =
        ours.scim()
            .put(
                "/Users/" + id,
                """
                {"userName": "%s", "title": "T", "externalId": "ours",
                 "emails": [{"value": "attacker@example.com"}]}"""
                    .formatted(unique("other")))
            .expect(200);

    assertThat(adopted.at("/userName")).isEqualTo(userName);
    assertThat(adopted.at("/emails/0/value")).isEqualTo("real@example.com");
    assertThat(adopted.at("/title")).isEqualTo("T");
    assertThat(adopted.at("/externalId")).isEqualTo("ours");
    assertThat(
            rollcall
                .admin()
                .get("/activity?outcome=adopted&resource=" + id)
                .expect(200)
                .json()
                .getJsonArray("entries")
                .getJsonObject(0)
                .getJsonArray("notes")
                .toString())
        .contains("userName: stays as it is", "emails: stays as it is")
        .doesNotContain("title", "externalId");
    rollcall.newProvider().scim().delete("/Users/" + id).expectError(403, null);
    ours.scim().delete("/Users/" + id).expect(204);
  }

  @Test
  void mayNotDeleteWhatIsNobodys() {
    var id = theirs.newUser(unique("u"));
    release(theirs);

    assertThat(ours.scim().delete("/Users/" + id).expectError(403, null).detail())
        .contains("provisioned by nobody yet");
  }

  @Test
  void thatAreMadeAnewUnderAnOldSchemeInheritNothing() {
    var id = theirs.newUser(unique("u"));
    release(theirs);
    rollcall
        .admin()
        .post(
            "/sso/custom",
            """
            {"scheme": "%s", "displayName": "Anew", "properties":
              {"clientId": "c", "authority": "https://idp.example.com"}}"""
                .formatted(theirs.scheme()))
        .expect(200);

    theirs.scim().get("/Users/" + id).expectError(401, null);
  }

  private void release(Provider provider) {
    rollcall.admin().delete("/scim/" + provider.tokenId()).expect(204);
    rollcall.admin().delete("/sso/custom/" + provider.id() + "?release=true").expect(204);
  }
}
