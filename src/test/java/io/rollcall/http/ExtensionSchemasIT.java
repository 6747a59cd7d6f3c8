package io.rollcall.http;

import static io.rollcall.Texts.json;
import static io.rollcall.Texts.value;
import static io.rollcall.http.fixture.Endpoint.encoded;
import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Rollcall;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tenant's own attributes are attributes like all others, from the next request on. */
class ExtensionSchemasIT {

  private static final String ATTRIBUTES =
      """
      [{"name": "badge", "type": "string", "caseExact": true},
       {"name": "level", "type": "integer"},
       {"name": "rate", "type": "decimal"},
       {"name": "cleared", "type": "boolean"},
       {"name": "hired", "type": "dateTime"},
       {"name": "key", "type": "binary"},
       {"name": "site", "type": "reference", "referenceTypes": ["external"]},
       {"name": "born", "type": "string", "mutability": "immutable"},
       {"name": "secret", "type": "string", "returned": "never"},
       {"name": "note", "type": "string", "returned": "request"},
       {"name": "tags", "type": "string", "multiValued": true},
       {"name": "desks", "type": "complex", "multiValued": true, "subAttributes": [
         {"name": "value", "type": "string"}, {"name": "floor", "type": "integer"},
         {"name": "primary", "type": "boolean"}]}]""";

  private Endpoint admin;
  @Connected private Endpoint scim;
  private String urn;

  @BeforeEach
  void connect() {
    admin = Rollcall.running().admin();
    urn = "urn:example:test:" + UUID.randomUUID() + ":User";
  }

  @AfterEach
  void leaveTheTenantAsItWas() {
    admin.delete("/schemas/" + urn + "?force=true");
  }

  @Test
  void areAnnouncedAtOnce() {
    create(ATTRIBUTES);

    var schema = scim.get("/Schemas/" + urn).expect(200);
    assertThat(schema.at("/attributes/0/name")).isEqualTo("badge");
    assertThat(schema.at("/attributes/0/mutability")).isEqualTo("readWrite");
    assertThat(scim.get("/Schemas").ids()).contains(urn);
    assertThat(scim.get("/ResourceTypes/User").text()).contains(urn);
    assertThat(scim.get("/ResourceTypes/Group").text()).doesNotContain(urn);
  }

  @Test
  void keepValuesOfEveryTypeAsTheyWereSent() {
    create(ATTRIBUTES);
    var values =
        value(
            """
            {"badge": "B-1", "level": 9007199254740993, "rate": 1.10, "cleared": true,
             "hired": "2024-05-13T04:42:34.123456+02:00", "key": "TUlJ",
             "site": "https://example.com", "born": "1815", "tags": ["a", "b"],
             "desks": [{"value": "d1", "floor": 3, "primary": true}, {"value": "d2"}]}""");

    var created = scim.post("/Users", Body.user(unique("x"), urn, values)).expect(201);

    assertThat(created.json().get(urn)).hasToString(values.toString());
    assertThat(created.json().getJsonArray("schemas").toString()).contains(urn);
    assertThat(scim.get("/Users/" + created.at("/id")).json().get(urn))
        .hasToString(values.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          badge eq "B-1"                          | true
          badge eq "b-1"                          | false
          level gt 9007199254740992               | true
          level lt 9007199254740993               | false
          rate eq 1.1                             | true
          rate gt -5                              | true
          cleared eq "True"                       | true
          hired eq "2024-05-13T02:42:34.5Z"       | true
          tags eq "B"                             | true
          tags co "c"                             | false
          tags[value eq "B"]                      | true
          tags[value co "c"]                      | false
          tags[value sw "a" and value ew "b"]     | false
          tags.value eq "b"                       | true
          level eq "9007199254740993"             | true
          desks[value eq "d1" and floor ge 3]     | true
          desks[value eq "d2" and floor ge 3]     | false
          desks.floor pr                          | true
          """)
  void areFilteredLikeAllOthers(String filter, boolean matches) {
    create(ATTRIBUTES);
    var userName = unique("f");
    scim.post(
            "/Users",
            """
            {"userName": "%s", "%s": {"badge": "B-1", "level": 9007199254740993, "rate": 1.10,
             "cleared": true, "hired": "2024-05-13T04:42:34.5+02:00", "tags": ["a", "b"],
             "desks": [{"value": "d1", "floor": 3}, {"value": "d2"}]}}"""
                .formatted(userName, urn))
        .expect(201);

    var found =
        scim.find("/Users", "userName eq \"%s\" and %s:%s".formatted(userName, urn, filter));

    assertThat(found.expect(200).totalResults()).isEqualTo(matches ? 1 : 0);
  }

  @Test
  void arePatchedSortedAndProjectedLikeAllOthers() {
    create(ATTRIBUTES);
    var title = unique("t");
    for (var level : new int[] {10, 9, 100}) {
      scim.post(
              "/Users",
              Body.user(
                  unique("l"),
                  "title",
                  title,
                  urn,
                  Map.of("level", level, "note", "n", "secret", "s")))
          .expect(201);
    }

    var sorted =
        scim.get(
                "/Users?sortBy=%s:level&attributes=%s:level&filter=%s"
                    .formatted(urn, urn, Endpoint.encoded("title eq \"%s\"".formatted(title))))
            .expect(200);
    assertThat(sorted.resources())
        .extracting(user -> user.getJsonObject(urn).toString())
        .containsExactly("{\"level\":9}", "{\"level\":10}", "{\"level\":100}");

    var user = "/Users/" + sorted.ids().get(0);
    assertThat(scim.get(user).at("/" + urn)).isEqualTo("{\"level\":9}");
    assertThat(scim.get(user + "?attributes=" + urn + ":note").at("/" + urn))
        .isEqualTo("{\"note\":\"n\"}");
    var patched =
        scim.patch(
                user,
                Patch.replace(urn + ":level", 8),
                Patch.add(urn + ":desks[value eq \"d\"].floor", 1))
            .expect(200);
    assertThat(patched.at("/" + urn + "/level")).isEqualTo("8");
    assertThat(patched.at("/" + urn + "/desks/0")).isEqualTo("{\"value\":\"d\",\"floor\":1}");
  }

  /** Without any attribute beside it that is shown on request, and within another one. */
  @Test
  void neverShowWhatIsNeverReturned() {
    create(
        """
        [{"name": "badge", "type": "string"},
         {"name": "pin", "type": "string", "returned": "never"}]""");
    var values = value("{\"badge\": \"B\", \"pin\": \"SECRET-PIN\"}");

    var created = scim.post("/Users", Body.user(unique("x"), urn, values)).expect(201);

    var id = created.at("/id");
    var entry = admin.get("/activity?resource=" + id).expect(200).at("/entries/0/id");
    for (var answer :
        List.of(
            created,
            scim.get("/Users/" + id),
            scim.get("/Users/" + id + "?attributes=" + urn + ":pin"),
            scim.find("/Users", "id eq \"" + id + "\""),
            admin.get("/activity/" + entry))) {
      assertThat(answer.text()).contains(id).doesNotContain("SECRET-PIN");
    }
    assertThat(admin.get("/activity/" + entry).text()).contains(urn + ":pin");
    scim.patch("/Users/" + id, Patch.replace(urn + ":pin", "OTHER-SECRET-PIN")).expect(200);
    admin.delete("/schemas/" + urn + "?force=true").expect(204);
    var history = admin.get("/users/" + id + "/history").expect(200);
    assertThat(history.text()).contains(urn + ":pin").doesNotContain("SECRET-PIN");
  }

  @Test
  void neverShowAPartThatIsNeverReturned() {
    create(
        """
        [{"name": "desk", "type": "complex", "subAttributes": [
           {"name": "floor", "type": "integer"},
           {"name": "code", "type": "string", "returned": "never"},
           {"name": "note", "type": "string", "returned": "request"}]}]""");
    var values = value("{\"desk\": {\"floor\": 3, \"code\": \"SECRET\", \"note\": \"N\"}}");

    var created = scim.post("/Users", Body.user(unique("x"), urn, values)).expect(201);

    assertThat(created.json().getJsonObject(urn).get("desk")).hasToString("{\"floor\":3}");
    var user = "/Users/" + created.at("/id") + "?attributes=" + urn + ":desk.";
    assertThat(scim.get(user + "note").json().getJsonObject(urn).get("desk"))
        .hasToString("{\"note\":\"N\"}");
    assertThat(scim.get(user + "code").expect(200).text()).doesNotContain("SECRET");
  }

  @Test
  void areValidatedByTheirDefinitions() {
    create(ATTRIBUTES);

    assertThat(
            scim.post(
                    "/Users",
                    "{\"userName\": \"%s\", \"%s\": {\"level\": 1.5, \"hired\": \"x\"}}"
                        .formatted(unique("v"), urn))
                .expectError(400, "invalidValue")
                .detail())
        .contains(urn + ":level: expected a whole number, got 1.5.")
        .contains(urn + ":hired: expected a date and time");
  }

  @Test
  void keepTheFirstValueOfWhatIsImmutable() {
    create(ATTRIBUTES);
    var userName = unique("i");
    var user =
        "/Users/" + scim.post("/Users", Body.user(userName, urn, Map.of("born", "1815"))).at("/id");
    var born = urn + ":born";

    scim.patch(user, Patch.replace(born, "1815")).expect(200);
    scim.patch(user, Patch.replace(born, "1816")).expectError(400, "mutability");
    scim.patch(user, Patch.remove(born)).expectError(400, "mutability");
    scim.put(user, Body.user(userName, urn, Map.of("born", "1"))).expectError(400, "mutability");
    assertThat(scim.put(user, Body.user(userName)).expect(200).at("/" + urn + "/born"))
        .isEqualTo("1815");
  }

  @Test
  void extendGroupsToo() {
    admin
        .post(
            "/schemas",
            """
            {"id": "%s", "name": "Group", "resourceType": "Group",
             "attributes": [{"name": "costCenter", "type": "string"}]}"""
                .formatted(urn))
        .expect(200);

    var group =
        scim.post("/Groups", Body.group(unique("g"), urn, Map.of("costCenter", "7"))).expect(201);

    assertThat(group.at("/" + urn + "/costCenter")).isEqualTo("7");
    assertThat(scim.find("/Groups", urn + ":costCenter eq \"7\"").ids())
        .containsExactly(group.at("/id"));
  }

  @Test
  void changeOnlyAsFarAsStoredValuesAllow() {
    create("[{\"name\": \"a\", \"type\": \"string\"}, {\"name\": \"b\", \"type\": \"string\"}]");
    scim.post("/Users", Body.user(unique("c"), urn, Map.of("a", "x"))).expect(201);

    replace(
            "[{\"name\": \"a\", \"type\": \"string\", \"description\": \"D\"}, {\"name\": \"c\", \"type\": \"integer\"}]")
        .expect(200);
    assertThat(replace("[{\"name\": \"c\", \"type\": \"integer\"}]").expect(409).detail())
        .contains(urn + ":a has values");
    replace("[{\"name\": \"a\", \"type\": \"integer\"}]").expect(409);
    replace("[{\"name\": \"a\", \"type\": \"string\", \"caseExact\": true}]").expect(409);
    replace(
            "[{\"name\": \"a\", \"type\": \"string\"}, {\"name\": \"r\", \"type\": \"string\", \"required\": true}]")
        .expect(409);
  }

  @Test
  void areDeletedWhenUnusedOrForced() {
    create("[{\"name\": \"a\", \"type\": \"string\"}]");
    var user = scim.post("/Users", Body.user(unique("d"), urn, Map.of("a", "x"))).expect(201);

    admin.delete("/schemas/" + urn).expect(409);
    admin.delete("/schemas/" + urn + "?force=true").expect(204);

    var read = scim.get("/Users/" + user.at("/id")).expect(200);
    assertThat(read.json()).doesNotContainKey(urn);
    assertThat(read.at("/meta/version")).isNotEqualTo(user.at("/meta/version"));
    scim.get("/Schemas/" + urn).expect(404);
    scim.find("/Users", urn + ":a pr").expectError(400, "invalidFilter");
    admin.get("/schemas/" + urn).expect(404);
    admin.delete("/schemas/" + urn).expect(404);
  }

  @Test
  void areToldAllThatIsWrongAtOnce() {
    var answer =
        admin
            .post(
                "/schemas",
                """
                {"id": "no urn", "resourceType": "Thing", "attributes": [
                  {"name": "1", "type": "text", "mutability": "readOnly", "required": "yes"},
                  {"name": "a", "type": "complex"}, {"name": "A", "type": "string",
                   "uniqueness": "server", "subAttributes": []}]}""")
            .expect(400);

    assertThat(answer.json().getJsonArray("errors").getValuesAs(JsonObject.class))
        .extracting(error -> error.getString("field"))
        .containsExactlyInAnyOrder(
            "id",
            "name",
            "resourceType",
            "attributes[0].name",
            "attributes[0].type",
            "attributes[0].mutability",
            "attributes[0].required",
            "attributes[1].subAttributes",
            "attributes[2].name",
            "attributes[2].uniqueness",
            "attributes[2].subAttributes");
  }

  @ParameterizedTest
  @CsvSource({
    "urn:ietf:params:scim:schemas:core:2.0:User",
    "URN:IETF:params:scim:schemas:core:2.0:user",
    "urn:ietf:params:scim:schemas:core:2.0:User:more",
    "urn:ietf:params:scim:schemas:core"
  })
  void cannotTakeTheUrnOfTheStandard(String id) {
    admin
        .post(
            "/schemas",
            "{\"id\": \"%s\", \"name\": \"x\", \"attributes\": [{\"name\": \"a\", \"type\": \"string\"}]}"
                .formatted(id))
        .expect(409);
  }

  @Test
  void areListedAndRead() {
    create("[{\"name\": \"a\", \"type\": \"string\"}]");

    var read = admin.get("/schemas/" + urn).expect(200);

    assertThat(read.at("/resourceType")).isEqualTo("User");
    assertThat(admin.get("/schemas").expect(200).array()).contains(json(read.text()));
    admin.post("/schemas", schema("[{\"name\": \"a\", \"type\": \"string\"}]")).expect(409);
  }

  @Test
  void areFilteredByForAdminsAsWellUnlessTheyAreNeverReturned() {
    create(ATTRIBUTES);
    var badge = unique("B");
    var id =
        scim.post(
                "/Users",
                Body.user(unique("x"), urn, value("{\"badge\": \"%s\"}".formatted(badge))))
            .expect(201)
            .at("/id");
    var is = "%s:badge eq \"%s\"".formatted(urn, badge);

    assertThat(users(is)).containsExactly(id);
    assertThat(users("not (not (%s))".formatted(is))).containsExactly(id);
    scim.get("/Users?sortBy=" + urn + ":secret").expectError(403, "sensitive");
    scim.get("/Users?sortBy=password").expectError(403, "sensitive");
    var guess = admin.get("/users?filter=" + encoded(urn + ":secret eq \"x\"")).expect(400);
    assertThat(guess.at("/errors/0/field")).isEqualTo("filter");
  }

  private List<String> users(String filter) {
    return admin
        .get("/users?filter=" + encoded(filter))
        .expect(200)
        .json()
        .getJsonArray("users")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(user -> user.getString("id"))
        .toList();
  }

  private void create(String attributes) {
    admin.post("/schemas", schema(attributes)).expect(200);
  }

  private Answer replace(String attributes) {
    return admin.put("/schemas/" + urn, schema(attributes));
  }

  private String schema(String attributes) {
    return "{\"id\": \"%s\", \"name\": \"Test\", \"description\": \"D\", \"attributes\": %s}"
        .formatted(urn, attributes);
  }
}
