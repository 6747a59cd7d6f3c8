package io.rollcall.http;

import static io.rollcall.Texts.json;
import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Secrets;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Provider;
import jakarta.json.Json;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersIT {

  @Connected private static Provider provider;
  @Connected private static Endpoint scim;

  @Test
  void haveALife() {
    var userName = unique("ada");
    var created = scim.post("/Users", Body.user(userName)).expect(201);
    var path = "/Users/" + created.at("/id");
    assertThat(created.header("Location")).contains(scim.base() + path);
    assertThat(created.at("/active")).isEqualTo("true");

    scim.patch(path, Patch.replace("active", false)).expect(200);
    assertThat(scim.get(path).expect(200).at("/active")).isEqualTo("false");
    assertThat(scim.find("/Users", "userName eq \"%s\"".formatted(userName)).totalResults())
        .isEqualTo(1);

    scim.patch(path, Patch.replace("active", true)).expect(200);
    assertThat(scim.get(path).at("/active")).isEqualTo("true");

    assertThat(scim.delete(path).expect(204).text()).isEmpty();
    scim.get(path).expectError(404, null);
    scim.delete(path).expectError(404, null);
    scim.put(path, Body.user(userName)).expectError(404, null);
    scim.patch(path, Patch.remove("title")).expectError(404, null);
    scim.post("/Users", Body.user(userName)).expect(201);
  }

  @Test
  void keepEveryAttributeAsItWasSent() {
    var sent =
        json(
            """
            {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User",
                         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
             "externalId": "701984", "userName": "%s",
             "name": {"formatted": "Ms. Barbara J Jensen, III", "familyName": "Jensen",
                      "givenName": "Barbara", "middleName": "Jane", "honorificPrefix": "Ms.",
                      "honorificSuffix": "III"},
             "displayName": "Babs Jensen", "nickName": "Babs",
             "profileUrl": "https://login.example.com/bjensen",
             "emails": [{"value": "bjensen@example.com", "type": "work", "primary": true},
                        {"value": "babs@jensen.org", "type": "home", "display": "Babs"}],
             "addresses": [{"type": "work", "streetAddress": "100 Universal City Plaza",
                            "locality": "Hollywood", "region": "CA", "postalCode": "91608",
                            "country": "USA", "formatted": "100 Universal City Plaza\\nHollywood",
                            "primary": true}],
             "phoneNumbers": [{"value": "tel:+1-555-555-5555;ext=1", "type": "work"}],
             "ims": [{"value": "someaimhandle", "type": "aim"}],
             "photos": [{"value": "https://photos.example.com/profilephoto/72930000000Ccne/F",
                         "type": "photo"}],
             "userType": "Employee", "title": "Tour Guide", "preferredLanguage": "en-US",
             "locale": "en-US", "timezone": "America/Los_Angeles", "active": true,
             "entitlements": [{"value": "e1", "display": "E", "type": "t", "primary": true}],
             "roles": [{"value": "r1", "display": "R", "type": "t", "primary": true}],
             "x509Certificates": [{"value": "MIIDQzCCAqygAwIBAgICEAAwDQYJKoZIhvcNAQEFBQAwTjEL"}],
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
               {"employeeNumber": "701984", "costCenter": "4130", "organization": "Studios",
                "division": "Theme Park", "department": "Tour Operations",
                "manager": {"value": "26118915-6090-4610-87e4-49d8ca9f808d",
                            "$ref": "../Users/26118915-6090-4610-87e4-49d8ca9f808d"}}}"""
                .formatted(unique("bjensen")));

    var created = scim.post("/Users", sent.toString()).expect(201).json();
    var read = scim.get("/Users/" + created.getString("id")).expect(200).json();

    assertThat(read).isEqualTo(created);
    assertThat(Json.createObjectBuilder(created).remove("id").remove("meta").build())
        .isEqualTo(sent);
  }

  @Test
  void areShownWithMeta() {
    var created = scim.post("/Users", Body.user(unique("m"))).expect(201);

    assertThat(created.at("/meta/resourceType")).isEqualTo("User");
    assertThat(created.at("/meta/location"))
        .isEqualTo(created.header("Location").orElseThrow())
        .isEqualTo(created.header("Content-Location").orElseThrow());
    assertThat(created.at("/meta/version")).isEqualTo(created.header("ETag").orElseThrow());
    assertThat(created.at("/meta/created"))
        .isEqualTo(created.at("/meta/lastModified"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z");
  }

  @Test
  void cannotHaveTheSameUserNameInAnyLetterCase() {
    var userName = unique("Stra\u00dfe");
    scim.post("/Users", Body.user(userName)).expect(201);

    var refused =
        scim.post("/Users", Body.user(userName.replace("\u00df", "SS")))
            .expectError(409, "uniqueness");

    assertThat(refused.detail()).startsWith("userName:").contains("is taken");
  }

  @Test
  void cannotTakeTheUserNameOfAnother() {
    var taken = unique("taken");
    scim.post("/Users", Body.user(taken)).expect(201);
    var id = scim.post("/Users", Body.user(unique("o"))).at("/id");

    scim.put("/Users/" + id, Body.user(taken)).expectError(409, "uniqueness");
    scim.patch("/Users/" + id, Patch.replace("userName", taken)).expectError(409, "uniqueness");
  }

  @Test
  void areReplacedAsAWhole() {
    var userName = unique("put");
    var id =
        scim.post(
                "/Users",
                """
                {"userName": "%s", "title": "T", "active": false, "name": {"givenName": "G"}}"""
                    .formatted(userName))
            .at("/id");

    var replaced =
        scim.put(
                "/Users/" + id,
                """
                {"id": "another", "meta": {"created": "1999-01-01T00:00:00Z"},
                 "userName": "%s", "name": {"familyName": "F"}}"""
                    .formatted(userName))
            .expect(200);

    assertThat(replaced.at("/id")).isEqualTo(id);
    assertThat(replaced.has("/title")).isFalse();
    assertThat(replaced.at("/name")).isEqualTo("{\"familyName\":\"F\"}");
    assertThat(replaced.at("/active"))
        .as("nobody asked to let the user in again")
        .isEqualTo("false");
    assertThat(replaced.at("/meta/created")).startsWith("2");
  }

  @Test
  void keepVersionAndTimeWhenNothingChanges() {
    var userName = unique("same");
    var created = scim.post("/Users", Body.user(userName, "title", "T"));
    var path = "/Users/" + created.at("/id");

    var patched = scim.patch(path, Patch.replace("title", "T"));
    var replaced = scim.put(path, Body.object("title", "T", "userName", userName)).expect(200);

    assertThat(patched.expect(200).at("/meta")).isEqualTo(created.at("/meta"));
    assertThat(replaced.at("/meta")).isEqualTo(created.at("/meta"));
  }

  @Test
  void changeWhollyOrNotAtAll() {
    var id = scim.post("/Users", Body.user(unique("all"))).at("/id");
    var before = scim.get("/Users/" + id).text();

    scim.patch("/Users/" + id, Patch.add("title", "T"), Patch.add("active", "?"))
        .expectError(400, "invalidValue");

    assertThat(scim.get("/Users/" + id).text()).isEqualTo(before);
  }

  @Test
  void answerConditionalRequests() {
    var created = scim.post("/Users", Body.user(unique("etag")));
    var path = "/Users/" + created.at("/id");
    var tag = created.header("ETag").orElseThrow();
    var change = Patch.message(Patch.add("title", "T"));

    scim.send("GET", path, null, Map.of("If-None-Match", tag)).expect(304);
    scim.send("PATCH", path, change, Map.of("If-Match", tag)).expect(200);
    scim.send("PATCH", path, change, Map.of("If-Match", tag)).expectError(412, null);
    scim.send("DELETE", path, null, Map.of("If-Match", tag)).expectError(412, null);
    scim.send("GET", path, null, Map.of("If-None-Match", tag)).expect(200);
    scim.send("GET", path, null, Map.of("If-Match", tag)).expectError(412, null);
    scim.send("DELETE", path, null, Map.of("If-Match", "\"x,*,y\"")).expectError(412, null);
    scim.send("PUT", path, Body.user("x"), Map.of("If-None-Match", "*")).expectError(412, null);
    scim.send("DELETE", path, null, Map.of("If-None-Match", "W/\"2\"")).expectError(412, null);
  }

  @Test
  void haveATagThatChangesWithTheirGroups() {
    var id = provider.newUser(unique("etag"));
    var path = "/Users/" + id;
    var name = unique("g");
    var before = scim.get(path).header("ETag").orElseThrow();
    var group = "/Groups/" + provider.newGroup(name, id);

    var joined = scim.send("GET", path, null, Map.of("If-None-Match", before)).expect(200);
    var tag = joined.header("ETag").orElseThrow();
    assertThat(joined.at("/meta/version")).isEqualTo(tag);
    scim.send("GET", path, null, Map.of("If-None-Match", tag)).expect(304);
    scim.patch(group, Patch.replace("displayName", unique("n")));
    scim.send("GET", path, null, Map.of("If-None-Match", tag)).expect(200);
    scim.send("GET", path + "?excludedAttributes=groups", null, Map.of("If-None-Match", tag))
        .expect(304);
    assertThat(
            scim.find(
                    "/Users",
                    "meta.version eq \"%s\" and id eq \"%s\""
                        .formatted(tag.replace("\"", "\\\""), id))
                .ids())
        .containsExactly(id);
    scim.send("PUT", path, Body.user(unique("put")), Map.of("If-Match", tag)).expect(200);
    scim.send("DELETE", path, null, Map.of("If-Match", tag)).expectError(412, null);
  }

  @Test
  void sayWhereTheyAreInEveryAnswer() {
    var created = scim.post("/Users", Body.user(unique("where")));
    var path = "/Users/" + created.at("/id");
    var location = created.at("/meta/location");

    assertThat(created.header("Location")).contains(location);
    assertThat(scim.get(path).header("Location")).contains(location);
    assertThat(scim.put(path, Body.user(unique("w"))).header("Location")).contains(location);
    assertThat(scim.patch(path, Patch.remove("title")).header("Location")).contains(location);
  }

  @Test
  void areFoundByWhatTheyLack() {
    var mine = unique("lack");
    var with =
        scim.post("/Users", Body.user(unique("a"), "title", mine, "externalId", "e")).at("/id");
    var without = scim.post("/Users", Body.user(unique("b"), "title", mine)).at("/id");

    assertThat(scim.find("/Users", "title eq \"%s\" and externalId eq \"\"".formatted(mine)).ids())
        .containsExactly(without);
    assertThat(scim.find("/Users", "title eq \"%s\" and externalId ne \"\"".formatted(mine)).ids())
        .containsExactly(with);
  }

  @Test
  void showTheAttributesOfRepeatedParameters() {
    var path =
        "/Users/"
            + scim.post("/Users", Body.user(unique("rep"), "title", "T", "nickName", "N"))
                .at("/id");

    assertThat(scim.get(path + "?attributes=title&attributes=nickName").json())
        .containsKeys("title", "nickName")
        .doesNotContainKey("active");
  }

  @Test
  void showTheAttributesThatAreAskedFor() {
    var id =
        scim.post("/Users?attributes=userName", Body.user(unique("proj"), "title", "T"))
            .expect(201)
            .at("/id");

    assertThat(scim.get("/Users/" + id + "?attributes=title").json().keySet())
        .containsExactlyInAnyOrder("schemas", "id", "title");
    assertThat(scim.get("/Users/" + id + "?excludedAttributes=title,meta").json().keySet())
        .containsExactlyInAnyOrder("schemas", "id", "userName", "active");
    scim.send(
            "PATCH",
            "/Users/" + id,
            Patch.message(Patch.remove("title")),
            Map.of("Prefer", "return=minimal"))
        .expect(204);
  }

  @Test
  void neverShowAPassword() {
    var created =
        scim.post("/Users", Body.user(unique("pw"), "password", "t1meMa$heen")).expect(201);

    assertThat(created.has("/password")).isFalse();
    var path = "/Users/" + created.at("/id");
    var change = Patch.replace("password", "t1meMa$heen");
    var changed = scim.patch(path, change).expect(200);
    assertThat(changed.has("/password")).isFalse();
    assertThat(changed.at("/meta/version")).isNotEqualTo(created.at("/meta/version"));
    scim.patch(path, change.replace("\"t1meMa$heen\"", "7")).expectError(400, "invalidValue");
    assertThat(scim.get("/Users/" + created.at("/id") + "?attributes=password").text())
        .doesNotContain("t1meMa");
    Secrets.seen("t1meMa$heen");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schemas[value co \"enterprise\" and value ew \":User\"]",
        "not (schemas[value co \"enterprise\" and value co \"core\"])",
        "name.familyName co \"\u00c5\"",
        "emails[type eq \"work\" and value ew \"@EXAMPLE.com\"]",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"D\"",
        "not (title pr)",
        "active eq true and (title pr or nickName sw \"\u03c3\")",
        "meta.lastModified gt \"2020-01-01T00:00:00Z\" and meta.resourceType eq \"User\""
      })
  void areFound(String filter) {
    var userName = unique("found");
    scim.post(
            "/Users",
            """
            {"userName": "%s", "nickName": "\u03a3", "name": {"familyName": "A\u030angstr\u00f6m"},
             "emails": [{"type": "work", "value": "x@example.com"}],
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "d"}}"""
                .formatted(userName))
        .expect(201);

    assertThat(
            scim.find("/Users", "userName eq \"%s\" and %s".formatted(userName, filter))
                .expect(200)
                .totalResults())
        .isEqualTo(1);
  }

  @Test
  void arePagedInAStableOrder() {
    var title = unique("title");
    for (var i = 0; i < 7; i++) {
      scim.post("/Users", Body.user(unique("page"), "title", title));
    }
    var list = "/Users?filter=" + Endpoint.encoded("title eq \"%s\"".formatted(title));

    var all = scim.get(list).expect(200);
    var first = scim.get(list + "&startIndex=1&count=3");
    var second = scim.get(list + "&startIndex=4&count=3");
    var third = scim.get(list + "&startIndex=7&count=3");
    var beyond = scim.get(list + "&startIndex=8&count=3").expect(200);

    assertThat(all.ids()).hasSize(7);
    assertThat(Stream.of(first, second, third).flatMap(p -> p.ids().stream()))
        .containsExactlyElementsOf(all.ids());
    assertThat(second.at("/startIndex")).isEqualTo("4");
    assertThat(second.at("/itemsPerPage")).isEqualTo("3");
    assertThat(beyond.totalResults()).isEqualTo(7);
    assertThat(beyond.ids()).isEmpty();
    assertThat(scim.get(list + "&count=0").totalResults()).isEqualTo(7);
    assertThat(scim.get(list + "&startIndex=0&count=-1").expect(200).ids()).isEmpty();
  }

  @Test
  void areNeverListedInPagesBeyondTheLimit() {
    assertThat(scim.get("/Users?count=100000").expect(200).ids().size()).isLessThanOrEqualTo(200);
  }
}
