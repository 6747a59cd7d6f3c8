package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Bulk;
import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Provider;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulkIT {

  @Connected private Provider provider;
  @Connected private Endpoint scim;

  @Test
  void doesEveryMethodAndAnswersInTheRequestsOrder() {
    var put = provider.newUser(unique("put"));
    var patched = provider.newUser(unique("patch"));
    var deleted = provider.newUser(unique("delete"));

    var operations =
        scim.bulk(
            Bulk.post("/Users", "u", Body.user(unique("post"))),
            """
            {"method": "PUT", "path": "/Users/%s", "data": {"userName": "%s", "title": "T"}}"""
                .formatted(put, unique("put")),
            """
            {"method": "PATCH", "path": "/Users/%s", "data": {"Operations": [
              {"op": "add", "path": "title", "value": "T"}]}}"""
                .formatted(patched),
            Bulk.delete("/Users/" + deleted));

    assertThat(statuses(operations)).containsExactly("201", "200", "200", "204");
    assertThat(operations.get(0).getString("bulkId")).isEqualTo("u");
    assertThat(operations.get(0).getString("version")).isEqualTo("W/\"1\"");
    assertThat(operations.get(1).getString("location")).isEqualTo(scim.base() + "/Users/" + put);
    assertThat(scim.get("/Users/" + Answer.idOf(operations.get(0))).expect(200).has("/userName"))
        .isTrue();
    assertThat(scim.get("/Users/" + put).at("/title")).isEqualTo("T");
    assertThat(scim.get("/Users/" + patched).at("/title")).isEqualTo("T");
    scim.get("/Users/" + deleted).expect(404);
  }

  @Test
  void resolvesReferencesForwardBackwardAndInPaths() {
    var operations =
        scim.bulk(
            Bulk.post("/Groups", "g", member(unique("g"), "u")),
            Bulk.post("/Users", "u", Body.user(unique("u"))),
            """
            {"method": "PATCH", "path": "/Users/bulkId:u", "data": {"Operations": [
              {"op": "add", "path": "title", "value": "T"}]}}""",
            """
            {"method": "PATCH", "path": "/Groups/bulkId:g", "data": {"Operations": [
              {"op": "remove", "path": "members[value eq \\"bulkId:u\\"]"}]}}""");

    assertThat(statuses(operations)).containsExactly("201", "201", "200", "200");
    assertThat(scim.get("/Groups/" + Answer.idOf(operations.get(0))).values("members")).isEmpty();
    assertThat(scim.get("/Users/" + Answer.idOf(operations.get(1))).at("/title")).isEqualTo("T");
  }

  @Test
  void resolvesACircleWhollyOrNotAtAll() {
    var first = unique("first");
    var circle =
        scim.bulk(
            Bulk.post("/Users", "a", managed(first, "b")),
            Bulk.post("/Users", "b", managed(unique("b"), "a")));
    var a = Answer.idOf(circle.get(0));
    var b = Answer.idOf(circle.get(1));
    assertThat(manager(a)).isEqualTo(b);
    assertThat(manager(b)).isEqualTo(a);

    var lonely = unique("lonely");
    var broken =
        scim.bulk(
            Bulk.post("/Users", "c", managed(lonely, "d")),
            Bulk.post("/Users", "d", managed(first, "c")));

    assertThat(statuses(broken)).containsExactly("409", "409");
    assertThat(scim.find("/Users", "userName eq \"%s\"".formatted(lonely)).totalResults()).isZero();
  }

  @Test
  void refusesGroupsInACircle() {
    var operations =
        scim.bulk(
            Bulk.post("/Groups", "a", member(unique("a"), "b")),
            Bulk.post("/Groups", "b", member(unique("b"), "a")));

    assertThat(statuses(operations)).containsExactly("400", "400");
  }

  @Test
  void goesOnAfterFailuresOrStopsAsAsked() {
    var taken = unique("taken");
    provider.newUser(taken);
    var fails = Bulk.post("/Users", "f", Body.user(taken));
    var works = Bulk.post("/Users", "w", Body.user("%s"));

    var all = scim.bulk(fails, works.formatted(unique("w")));
    assertThat(statuses(all)).containsExactly("409", "201");
    assertThat(all.get(0).getJsonObject("response").getString("scimType")).isEqualTo("uniqueness");
    assertThat(all.get(0)).doesNotContainKey("location");

    var stopped =
        scim.post(
                "/Bulk",
                "{\"failOnErrors\": 1, \"Operations\": [%s, %s]}"
                    .formatted(fails, works.formatted(unique("w"))))
            .expect(200);
    assertThat(stopped.json().getJsonArray("Operations")).hasSize(1);
  }

  @Test
  void tellsWhatIsWrongWithEachOperation() {
    var operations =
        scim.bulk(
            "{\"method\": \"GET\", \"path\": \"/Users\"}",
            Bulk.post("/Things", "t", "{}"),
            Bulk.post("/Users/x", "x", Body.user("x")),
            "{\"method\": \"POST\", \"path\": \"/Users\"}",
            Bulk.delete("/Users/nobody"),
            Bulk.post("/Users", "m", managed(unique("m"), "unknown")),
            Bulk.post("/Users", "bad", Body.user(unique("x"), "active", "?")),
            Bulk.post("/Groups", "g", member(unique("g"), "bad")));

    assertThat(statuses(operations))
        .containsExactly("400", "400", "400", "400", "404", "409", "400", "409");
    assertThat(operations.get(4).getString("location")).endsWith("/Users/nobody");
    assertThat(operations.get(7).getJsonObject("response").getString("detail"))
        .contains("bulkId:bad");
  }

  @Test
  void tellsAllThatViolatesTheSchemasAsItWasSent() {
    var sent = "{\"name\": 5, \"active\": \"${7*7} {message}\"}";

    var response = scim.bulk(Bulk.post("/Users", "u", sent)).get(0).getJsonObject("response");

    assertThat(response.getString("scimType")).isEqualTo("invalidValue");
    assertThat(response.getString("detail"))
        .startsWith(
            "active: expected true or false, got \"${7*7} {message}\". Send true or false. name: ")
        .endsWith(
            " userName: is required, but came without a value. Map an attribute to it that is never empty.");
  }

  @Test
  void obeysVersions() {
    var id = provider.newUser(unique("v"));

    var operations =
        scim.bulk(Body.object("method", "DELETE", "path", "/Users/" + id, "version", "W/\"7\""));

    assertThat(statuses(operations)).containsExactly("412");
    scim.get("/Users/" + id).expect(200);
  }

  @Test
  void hasLimits() {
    var operation = Bulk.delete("/Users/nobody");
    var tooMany =
        IntStream.range(0, 1_001).mapToObj(i -> operation).collect(Collectors.joining(","));

    scim.post("/Bulk", "{\"Operations\": [%s]}".formatted(tooMany)).expectError(413, null);
    scim.post("/Bulk", " ".repeat(16 * 1024 * 1024) + "{\"Operations\": []}")
        .expectError(413, null);
    scim.post("/Bulk", "{}").expectError(400, "invalidSyntax");
    scim.post("/Bulk", "{\"Operations\": [1]}").expectError(400, "invalidSyntax");
    scim.post("/Bulk", "{\"failOnErrors\": 0, \"Operations\": []}")
        .expectError(400, "invalidValue");
    scim.post(
            "/Bulk",
            "{\"Operations\": [%s, %s]}"
                .formatted(Bulk.post("/Users", "a", "{}"), Bulk.post("/Users", "a", "{}")))
        .expectError(400, "invalidValue");
  }

  @Test
  void createsThousandUsers() {
    var run = unique("bulk");
    var operations =
        scim.bulk(
            IntStream.range(0, 1_000)
                .mapToObj(i -> Bulk.post("/Users", "u" + i, Body.user(run + "-" + i)))
                .toArray(String[]::new));

    assertThat(operations).hasSize(1_000).allMatch(o -> o.getString("status").equals("201"));
    assertThat(scim.find("/Users", "userName sw \"%s\"".formatted(run)).totalResults())
        .isEqualTo(1_000);
  }

  private static String managed(String userName, String managerBulkId) {
    return """
        {"userName": "%s", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
          {"manager": {"value": "bulkId:%s"}}}"""
        .formatted(userName, managerBulkId);
  }

  private static String member(String displayName, String memberBulkId) {
    return Body.group(displayName, "members", Body.values("bulkId:" + memberBulkId));
  }

  private String manager(String id) {
    return scim.get("/Users/" + id)
        .at("/urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/value");
  }

  private static List<String> statuses(List<JsonObject> operations) {
    return operations.stream().map(operation -> operation.getString("status")).toList();
  }
}
