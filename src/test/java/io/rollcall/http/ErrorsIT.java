package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Provider;
import io.rollcall.http.fixture.Rollcall;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request, by whatever layer it is found, the answer is a SCIM error. */
@Tag("payara")
class ErrorsIT {

  @Connected private static Provider provider;
  @Connected private static Endpoint scim;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Nope",
        "/Users/x/y",
        "/Users/nobody",
        "/Users/..%2fGroups",
        "/Users/%20",
        "///Users",
        "/users",
        "/Schemas/urn:x",
        "/ResourceTypes/X",
        "/../../WEB-INF/web.xml"
      })
  void addressesThatDoNotExist(String path) {
    scim.get(path).expectError(404, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nope", "/_error", "/application.wadl"})
  void addressesOutsideOfScim(String path) {
    new Endpoint(Rollcall.running().process().root().toString(), null)
        .get(path)
        .expectError(404, null);
  }

  /** Some servers answer this one before the application sees it. */
  @Test
  void whatIsInTheWarIsNoAddress() {
    new Endpoint(Rollcall.running().process().root().toString(), null)
        .get("/WEB-INF/web.xml")
        .expect(404);
  }

  /** Nobody waits for a resource with something that can't be done to any. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"op\": \"replace\", \"path\": \"active\", \"value\": \"perhaps\"}",
        "{\"op\": \"add\", \"path\": \"emails\", \"value\": [{\"address\": \"x\"}]}",
        "{\"op\": \"replace\", \"path\": \"emails[type eq \\\"work\\\"].value\", \"value\": 5}",
        "{\"op\": \"replace\", \"value\": {\"name\": {\"first\": \"x\"}}}",
        "{\"op\": \"replace\", \"path\": \"password\", \"value\": 5}"
      })
  void valuesThatCanNotBeAreToldBeforeTheResourceIsLookedFor(String operation) {
    scim.send("PATCH", "/Users/nobody", "{\"Operations\": [" + operation + "]}", Map.of())
        .expectError(400, "invalidValue");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /Users",
    "DELETE, /Users",
    "POST, /Users/x",
    "POST, /Schemas",
    "PATCH, /ResourceTypes/User"
  })
  void methodsThatAnAddressDoesNotTake(String method, String path) {
    var answer = scim.send(method, path, "{}", Map.of()).expectError(405, null);

    assertThat(answer.header("Allow").orElseThrow())
        .contains(path.equals("/Users/x") ? "PUT" : "GET");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "image/*"})
  void answersThatCannotBeGiven(String accept) {
    scim.send("GET", "/Users", null, Map.of("Accept", accept)).expectError(406, null);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, application/json",
    "application/scim+json, application/scim+json",
    "*/*, application/scim+json",
    "'application/json, application/scim+json', application/scim+json",
    "'text/html, */*;q=0.1', application/scim+json"
  })
  void answersInTheTypeThatTheClientTakes(String accept, String type) {
    assertThat(
            scim.send("GET", "/Users?count=0", null, Map.of("Accept", accept))
                .expect(200)
                .header("Content-Type"))
        .contains(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
  void bodiesOfAnotherType(String contentType) {
    scim.send("POST", "/Users", "userName=x", Map.of("Content-Type", contentType))
        .expectError(415, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "APPLICATION/SCIM+JSON",
        "application/scim+json; charset=utf-8",
        "application/json;charset=ISO-8859-1"
      })
  void bodiesOfTheRightTypeHoweverItIsWritten(String contentType) {
    scim.send("POST", "/Users", Body.user(unique("type")), Map.of("Content-Type", contentType))
        .expect(201);
  }

  @Test
  void contentTypesThatCannotBeRead() {
    scim.send("POST", "/Users", "{}", Map.of("Content-Type", "nonsense"))
        .expectError(400, "invalidSyntax");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "[{}]",
        "null",
        "\"x\"",
        "7",
        "{\"userName\": \"a\", \"userName\": \"b\"}",
        "{\"userName\": \"a\"} {}",
        "{'userName': 'a'}",
        "{\"userName\": \"\\u0000\"}",
        "{\"userName\": \"\\ud800\"}"
      })
  void bodiesThatAreNoJsonObject(String body) {
    scim.post("/Users", body).expectError(400, "invalidSyntax");
    scim.send("PATCH", "/Users/x", body, Map.of()).expectError(400, "invalidSyntax");
    scim.post("/Groups", body).expectError(400, "invalidSyntax");
  }

  @Test
  void bodiesThatAreNotUtf8() {
    scim.sendBytes(
            "POST",
            "/Users",
            "{\"userName\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1),
            Map.of())
        .expectError(400, "invalidSyntax");
  }

  @Test
  void allWrongAttributesAtOnce() {
    var detail =
        scim.post(
                "/Users",
                "{\"active\": \"yes\", \"emails\": [{\"primary\": 1}], \"title\": {}, \"name\": 5}")
            .expectError(400, "invalidValue")
            .detail();

    assertThat(detail)
        .contains("active: expected true or false, got \"yes\". Send true or false.")
        .contains("emails[0].primary: expected true or false, got 1.")
        .contains("name: expected an object, got 5.")
        .contains(
            "userName: is required, but came without a value. Map an attribute to it that is never empty.");
  }

  @Test
  void messagesOfWhatWasSentAreNotTakenForExpressions() {
    assertThat(
            scim.post("/Users", Body.user("x", "active", "${7*7} {userName} #{1+1}"))
                .expectError(400, "invalidValue")
                .detail())
        .contains("\"${7*7} {userName} #{1+1}\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          filter=userName                    | invalidFilter
          filter=color%20eq%20%22red%22      | invalidFilter
          filter=members%20pr                | invalidFilter
          filter=((((                        | invalidFilter
          startIndex=one                     | invalidValue
          count=1.5                          | invalidValue
          """)
  void queriesThatCannotBeUnderstood(String query, String scimType) {
    scim.get("/Users?" + query).expectError(400, scimType);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "startIndex=99999999999999999999",
        "count=-99999999999999999999",
        "count=",
        "filter=",
        "aadOptscim062020&x=y"
      })
  void queriesThatDoNoHarm(String query) {
    scim.get("/Users?" + query).expect(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"op": "remove"}                                              | noTarget
          {"op": "set", "path": "title", "value": "x"}                  | invalidSyntax
          {"op": "add", "path": "color", "value": "x"}                  | invalidPath
          {"op": "add", "path": "emails[", "value": "x"}                | invalidPath
          {"op": "replace", "path": "id", "value": "x"}                 | mutability
          {"op": "replace", "path": "emails[value co \\"x\\"].type", "value": "x"} | noTarget
          {"op": "replace", "path": "active", "value": "maybe"}         | invalidValue
          {"op": "remove", "path": "userName"}                          | mutability
          """)
  void patchesThatCannotBeDone(String operation, String scimType) {
    var path = "/Users/" + provider.newUser(unique("patch"));
    var before = scim.get(path).text();

    scim.patch(path, Patch.add("title", "T"), operation).expectError(400, scimType);

    assertThat(scim.get(path).text()).isEqualTo(before);
  }

  @Test
  void filtersOfDiscovery() {
    scim.get("/Schemas?filter=id%20pr").expectError(403, null);
    scim.get("/ResourceTypes?filter=id%20pr").expectError(403, null);
    scim.get("/ServiceProviderConfig?filter=id%20pr").expectError(403, null);
    scim.get("/ResourceTypes/User?filter=id%20pr").expectError(403, null);
  }

  @Test
  void attributesThatAreAskedForAndExcludedAtOnce() {
    var both = "?attributes=userName&excludedAttributes=title";
    var userName = unique("both");

    scim.get("/Users" + both).expectError(400, "invalidValue");
    scim.post(
            "/Users/.search", "{\"attributes\": [\"userName\"], \"excludedAttributes\": \"title\"}")
        .expectError(400, "invalidValue");
    scim.post("/Users" + both, Body.user(userName)).expectError(400, "invalidValue");

    assertThat(scim.find("/Users", "userName eq \"%s\"".formatted(userName)).ids()).isEmpty();
    scim.get("/Users?count=1&attributes=userName&excludedAttributes=").expect(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, ServiceProviderConfigs",
    "GET, Roles",
    "DELETE, Roles",
    "DELETE, Entitlements",
    "PUT, Users2",
    "POST, Roles",
    "DELETE, unknown/1"
  })
  void unknownAddressesBelowTheBaseOfTheToken(String method, String path) {
    var base = new Endpoint(Rollcall.running().bases().get(1) + "/", null);

    base.send(method, path, method.startsWith("P") ? "{}" : null, Map.of()).expectError(404, null);
  }

  @Test
  void credentialsThatAreMissing() {
    var answer = new Endpoint(scim.base(), null).get("/Users").expectError(401, null);

    assertThat(answer.header("WWW-Authenticate")).contains("Bearer realm=\"Rollcall\"");
  }

  @Test
  void problemsOfTheIamApiAreProblemDetails() {
    var root = Rollcall.running().process().root() + "/core/iam/v1";
    var answer = new Endpoint(root, "wrong").get("/sso").expect(401);

    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.json().getInt("status")).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer ");
  }
}
