package io.rollcall.http;

import static io.rollcall.Texts.value;
import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Provider;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 7643 §8 and RFC 7644 §3, sent and compared; UsersIT has the full user. */
class RfcExamplesIT {

  @Connected private Provider provider;
  @Connected private Endpoint scim;
  private String userName;
  private String user;

  @BeforeEach
  void createBabs() {
    userName = unique("bjensen");
    user =
        "/Users/"
            + scim.post(
                    "/Users",
                    """
                    {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
                     "userName": "%s", "externalId": "bjensen",
                     "name": {"formatted": "Ms. Barbara J Jensen III", "familyName": "Jensen",
                              "givenName": "Barbara"},
                     "emails": [{"value": "bjensen@example.com", "type": "work"},
                                {"value": "babs@jensen.org", "type": "home"}],
                     "addresses": [{"type": "work", "streetAddress": "100 Universal City Plaza"},
                                   {"type": "home", "streetAddress": "456 Hollywood Blvd"}]}"""
                        .formatted(userName))
                .expect(201)
                .at("/id");
  }

  @Test
  void rfc7643Section8Point4Group() {
    var babs = user.substring("/Users/".length());
    var mandy = provider.newUser(unique("mandy"));
    var name = unique("Tour Guides");

    var group =
        scim.post(
                "/Groups",
                """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "%s",
                 "members": [{"value": "%s", "$ref": "https://example.com/v2/Users/x",
                              "display": "Babs Jensen"},
                             {"value": "%s", "$ref": "https://example.com/v2/Users/y",
                              "display": "Mandy Pepperidge"}]}"""
                    .formatted(name, babs, mandy))
            .expect(201);

    assertThat(group.at("/displayName")).isEqualTo(name);
    assertThat(group.values("members")).containsExactlyInAnyOrder(babs, mandy);
    assertThat(group.at("/meta/resourceType")).isEqualTo("Group");
  }

  @Test
  void rfc7644Section3Point4Point1RetrievingAKnownResource() {
    var known = scim.get(user).expect(200);

    assertThat(known.at("/externalId")).isEqualTo("bjensen");
    assertThat(known.at("/meta/version")).isEqualTo(known.header("ETag").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title pr or userName pr",
        "emails[type eq \"work\" and value co \"@example.com\"] or ims[type eq \"xmpp\" and value co \"@foo.com\"]",
        "name.familyName co \"JENSEN\"",
        "meta.lastModified ge \"2011-05-13T04:42:34Z\"",
        "schemas eq \"urn:ietf:params:scim:schemas:core:2.0:User\"",
        "userType ne \"Employee\" and not (emails co \"example.net\" or emails.value co \"example.org\")"
      })
  void rfc7644Section3Point4Point2Filters(String filter) {
    assertThat(
            scim.find("/Users", "userName eq \"%s\" and (%s)".formatted(userName, filter))
                .expect(200)
                .totalResults())
        .isEqualTo(1);
  }

  @Test
  void rfc7644Section3Point4Point3Search() {
    var found =
        scim.post(
                "/.search",
                """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
                 "attributes": ["displayName", "userName"],
                 "filter": "userName eq \\"%s\\"", "startIndex": 1, "count": 10}"""
                    .formatted(userName))
            .expect(200);

    assertThat(found.at("/totalResults")).isEqualTo("1");
    assertThat(found.at("/Resources/0/userName")).isEqualTo(userName);
    assertThat(found.has("/Resources/0/name")).isFalse();
  }

  @Test
  void rfc7644Section3Point5Point1Replacing() {
    var replaced =
        scim.put(
                user,
                """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id": "x",
                 "userName": "%s", "externalId": "bjensen",
                 "name": {"formatted": "Ms. Barbara J Jensen III", "familyName": "Jensen",
                          "givenName": "Barbara", "middleName": "Jane"},
                 "roles": [], "emails": [{"value": "bjensen@example.com"},
                                         {"value": "babs@jensen.org"}]}"""
                    .formatted(userName))
            .expect(200);

    assertThat(replaced.at("/name/middleName")).isEqualTo("Jane");
    assertThat(replaced.json()).doesNotContainKeys("roles", "addresses");
    assertThat(replaced.at("/emails/0")).isEqualTo("{\"value\":\"bjensen@example.com\"}");
  }

  @Test
  void rfc7644Section3Point5Point2Point1AddWithoutAPath() {
    var patched =
        scim.patch(
                user,
                """
                {"op": "add", "value": {"emails": [{"value": "babs@jensen.org", "type": "home"}],
                 "nickname": "Babs"}}""")
            .expect(200);

    assertThat(patched.at("/nickName")).isEqualTo("Babs");
    assertThat(patched.json().getJsonArray("emails")).hasSize(2);
  }

  @Test
  void rfc7644Section3Point5Point2Point2Removing() {
    var patched =
        scim.patch(
                user,
                """
                {"op": "remove", "path": "emails[type eq \\"work\\" and value ew \\"example.com\\"]"}""")
            .expect(200);

    assertThat(patched.values("emails")).containsExactly("babs@jensen.org");
  }

  @Test
  void rfc7644Section3Point5Point2Point2MembersInAndOut() {
    var babs = user.substring("/Users/".length());
    var james = provider.newUser(unique("james"));
    var group = "/Groups/" + provider.newGroup(unique("g"), babs);

    scim.patch(
            group,
            """
            {"op": "remove", "path": "members[value eq \\"%s\\"]"}"""
                .formatted(babs),
            """
            {"op": "add", "path": "members", "value": [{"display": "James Smith",
             "$ref": "https://example.com/v2/Users/x", "value": "%s"}]}"""
                .formatted(james))
        .expect(204);
    assertThat(scim.get(group).values("members")).containsExactly(james);

    scim.patch(
            group,
            Patch.remove("members"),
            """
            {"op": "add", "path": "members", "value": [{"value": "%s"}, {"value": "%s"}]}"""
                .formatted(babs, james))
        .expect(204);
    assertThat(scim.get(group).values("members")).containsExactlyInAnyOrder(babs, james);
  }

  @Test
  void rfc7644Section3Point5Point2Point3Replacing() {
    var patched =
        scim.patch(
                user,
                """
                {"op": "replace", "path": "addresses[type eq \\"work\\"]", "value":
                  {"type": "work", "streetAddress": "911 Universal City Plaza",
                   "locality": "Hollywood", "region": "CA", "postalCode": "91608",
                   "country": "US", "primary": true}}""",
                """
                {"op": "replace", "path": "addresses[type eq \\"home\\"].streetAddress",
                 "value": "1010 Broadway Ave"}""",
                """
                {"op": "replace", "value": {"emails": [
                  {"value": "bjensen@example.com", "type": "work", "primary": true},
                  {"value": "babs@jensen.org", "type": "home"}], "nickname": "Babs"}}""")
            .expect(200);

    assertThat(patched.json().getJsonArray("addresses"))
        .isEqualTo(
            value(
                """
                [{"type": "work", "streetAddress": "911 Universal City Plaza",
                  "locality": "Hollywood", "region": "CA", "postalCode": "91608",
                  "country": "US", "primary": true},
                 {"type": "home", "streetAddress": "1010 Broadway Ave"}]"""));
    assertThat(patched.at("/emails/0/primary")).isEqualTo("true");
  }

  @Test
  void rfc7644Section3Point6Deleting() {
    scim.delete(user).expect(204);
    scim.get(user).expectError(404, null);
  }

  @Test
  void rfc7644Section3Point7Point2Bulk() {
    var operations =
        scim.post(
                "/Bulk",
                """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
                 "Operations": [
                  {"method": "POST", "path": "/Users", "bulkId": "qwerty", "data":
                    {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "%s"}},
                  {"method": "POST", "path": "/Groups", "bulkId": "ytrewq", "data":
                    {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],
                     "displayName": "%s",
                     "members": [{"type": "User", "value": "bulkId:qwerty"}]}}]}"""
                    .formatted(unique("Alice"), unique("Tour Guides")))
            .expect(200)
            .json()
            .getJsonArray("Operations")
            .getValuesAs(JsonObject.class);

    var alice = operations.get(0).getString("location").replaceAll(".*/", "");
    var guides = operations.get(1).getString("location").replaceAll(".*/", "");
    assertThat(scim.get("/Groups/" + guides).expect(200).values("members")).containsExactly(alice);
  }

  @Test
  void rfc7644Section3Point9Attributes() {
    var shown = scim.get(user + "?attributes=userName").expect(200);

    assertThat(shown.json().keySet()).containsExactlyInAnyOrder("schemas", "id", "userName");
  }

  @Test
  void rfc7644Section3Point14Versions() {
    var tag = scim.get(user).header("ETag").orElseThrow();

    assertThat(tag).startsWith("W/\"");
    scim.send("GET", user, null, Map.of("If-None-Match", tag)).expect(304);
    scim.send("GET", user, null, Map.of("If-None-Match", "*")).expect(304);
    scim.send("DELETE", user, null, Map.of("If-Match", "W/\"0\", " + tag)).expect(204);
  }
}
