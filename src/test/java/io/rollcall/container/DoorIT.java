package io.rollcall.container;

import static io.rollcall.Texts.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Secrets;
import io.rollcall.container.Routes.Route;
import io.rollcall.rest.AdminAuthenticated;
import io.rollcall.rest.ScimAuthenticated;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Every route of the running application, tried by those who may not come in. */
@TestMethodOrder(OrderAnnotation.class)
class DoorIT extends Deployed {

  /**
   * What each route takes; one that isn't here fails the tests, so that nobody forgets its lock.
   */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("GET /Users", ""),
          Map.entry("POST /Users", "{\"userName\": \"{unique}\"}"),
          Map.entry("GET /Users/{id}", ""),
          Map.entry("PUT /Users/{id}", "{\"userName\": \"{unique}\"}"),
          Map.entry("PATCH /Users/{id}", patch("{\"op\": \"remove\", \"path\": \"title\"}")),
          Map.entry("DELETE /Users/{id}", ""),
          Map.entry("GET /Groups", ""),
          Map.entry("POST /Groups", "{\"displayName\": \"{unique}\"}"),
          Map.entry("GET /Groups/{id}", ""),
          Map.entry("PUT /Groups/{id}", "{\"displayName\": \"{unique}\"}"),
          Map.entry("PATCH /Groups/{id}", patch("{\"op\": \"remove\", \"path\": \"members\"}")),
          Map.entry("DELETE /Groups/{id}", ""),
          Map.entry("POST /Users/.search", "{}"),
          Map.entry("POST /Groups/.search", "{}"),
          Map.entry("POST /.search", "{}"),
          Map.entry("GET ", ""),
          Map.entry("POST /Bulk", "{\"Operations\": []}"),
          Map.entry("GET /Me", ""),
          Map.entry("POST /Me", "{}"),
          Map.entry("PUT /Me", "{}"),
          Map.entry("PATCH /Me", "{}"),
          Map.entry("DELETE /Me", ""),
          Map.entry("GET /ServiceProviderConfig", ""),
          Map.entry("GET /ResourceTypes", ""),
          Map.entry("GET /ResourceTypes/{name}", ""),
          Map.entry("GET /Schemas", ""),
          Map.entry("GET /Schemas/{uri}", ""),
          Map.entry("GET /schemas", ""),
          Map.entry("POST /schemas", schema("urn:door:{unique}")),
          Map.entry("GET /schemas/{id}", ""),
          Map.entry("PUT /schemas/{id}", schema("{id}")),
          Map.entry("DELETE /schemas/{id}", ""),
          Map.entry("GET /scim", ""),
          Map.entry("POST /scim", "{\"provider\": \"idp\", \"providerDisplayName\": \"x\"}"),
          Map.entry("DELETE /scim/{id}", ""),
          Map.entry("GET /sso", ""),
          Map.entry("POST /sso/{type}", provider()),
          Map.entry("GET /sso/{type}/{id}", ""),
          Map.entry("PUT /sso/{type}/{id}", provider()),
          Map.entry("DELETE /sso/{type}/{id}", ""));

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Inject private Wall wall;

  @ArquillianResource private URL deployment;

  @Test
  @Order(1)
  void hasTwoTenantsToTellApart() {
    wall.build();
  }

  @Test
  @Order(2)
  @RunAsClient
  void hasALockOnEveryRoute() {
    assertThat(Routes.all()).hasSizeGreaterThan(30);
    assertThat(Routes.all())
        .allSatisfy(
            route -> {
              assertThat(route.lock()).as("the lock of " + route).isNotNull();
              assertThat(BODIES).as("the table of routes").containsKey(key(route));
            });
  }

  @Test
  @Order(3)
  @RunAsClient
  void letsInThoseWhoMayComeIn() throws Exception {
    var inside = new House(Wall.INSIDE);
    for (var route : Routes.all()) {
      if (!route.method().equals("DELETE")) {
        var isMe = route.template().endsWith("/Me");
        assertThat(send(route, inside, inside.credential(route)).statusCode())
            .as(route.toString())
            .isBetween(isMe ? 501 : 200, isMe ? 501 : 204);
      }
    }
  }

  @Test
  @Order(4)
  @RunAsClient
  void keepsOutThoseWhoMayNot() throws Exception {
    var inside = new House(Wall.INSIDE);
    var outside = new House(Wall.OUTSIDE);
    var before = inside.everything();

    for (var route : Routes.all()) {
      for (var attempt : attempts(route, inside, outside).entrySet()) {
        var answer = send(route, inside, attempt.getValue());
        assertThat(answer.statusCode()).as(route + " " + attempt.getKey()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
            .as(route + " " + attempt.getKey())
            .startsWith("Bearer realm=\"Rollcall\"");
      }
    }

    assertThat(inside.everything()).isEqualTo(before);
  }

  @Test
  @Order(5)
  @RunAsClient
  void answersAForeignIdLikeOneThatDoesNotExist() throws Exception {
    var inside = new House(Wall.INSIDE);
    var outside = new House(Wall.OUTSIDE);
    var before = inside.everything();

    for (var route : Routes.all()) {
      if (route.template().endsWith("{id}")) {
        var foreign = inside.id(route);
        var nobodys = unlike(foreign);
        var answer = send(route, outside.with(foreign), outside.credential(route));
        var none = send(route, outside.with(nobodys), outside.credential(route));

        assertThat(answer.statusCode()).as(route.toString()).isEqualTo(404);
        assertThat(answer.body().replace(foreign, "ID"))
            .as(route.toString())
            .isEqualTo(none.body().replace(nobodys, "ID"));
        assertThat(names(answer)).isEqualTo(names(none));
      }
    }

    assertThat(inside.everything()).isEqualTo(before);
  }

  @Test
  @Order(6)
  @RunAsClient
  void showsNothingOfAnotherTenantInListsAndFilters() throws Exception {
    var inside = new House(Wall.INSIDE);
    var outside = new House(Wall.OUTSIDE);

    for (var base : List.of("/outside/api/scim/v2", "/core/iam/v1/scim")) {
      for (var query :
          List.of(
              "/Users?count=200",
              "/Groups?count=200",
              "/Users?filter=id%20eq%20%22" + inside.userId + "%22",
              "/Groups?filter=members%5Bvalue%20eq%20%22" + inside.userId + "%22%5D",
              "/Users?filter=groups.value%20eq%20%22" + inside.groupId + "%22")) {
        var answer = request("GET", base + query, outside.scimToken, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(inside.userId).doesNotContain(inside.groupId);
      }
    }
  }

  @Test
  @Order(7)
  @RunAsClient
  void letsNoBodyAimAtAnotherTenant() throws Exception {
    var inside = new House(Wall.INSIDE);
    var outside = new House(Wall.OUTSIDE);
    var before = inside.everything();
    var base = "/outside/api/scim/v2";

    var created = request("POST", base + "/Users", outside.scimToken, aimedAt(inside));
    var replaced =
        request("PUT", base + "/Users/" + outside.userId, outside.scimToken, aimedAt(inside));
    var group =
        request(
            "POST",
            base + "/Groups",
            outside.scimToken,
            """
            {"displayName": "%s", "members": [{"value": "%s"}]}"""
                .formatted(UUID.randomUUID(), inside.userId));

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(json(created.body()).getString("id")).isNotEqualTo(inside.userId);
    assertThat(json(replaced.body()).getString("id")).isEqualTo(outside.userId);
    assertThat(group.statusCode()).isEqualTo(400);
    assertThat(inside.everything()).isEqualTo(before);
  }

  private static String aimedAt(House house) {
    return """
        {"id": "%s", "tenant": "inside", "tenantId": "inside", "userName": "%s",
         "meta": {"location": "/inside/api/scim/v2/Users/%s"}}"""
        .formatted(house.userId, UUID.randomUUID(), house.userId);
  }

  private Map<String, String> attempts(Route route, House inside, House outside)
      throws IOException {
    var attempts = new LinkedHashMap<String, String>();
    attempts.put("without a token", null);
    attempts.put("with an empty token", "Bearer ");
    attempts.put("with another scheme", "Basic aW5zaWRlOmluc2lkZQ==");
    attempts.put("with a malformed token", "Bearer rc_x");
    attempts.put("with a wrong checksum", "Bearer " + inside.scimToken.replaceAll(".$", "!"));
    attempts.put("with a token nobody has", "Bearer " + unlike(inside.scimToken));
    if (route.lock() == ScimAuthenticated.class) {
      attempts.put("with an admin key", "Bearer " + Wall.adminKey(Wall.INSIDE));
      attempts.put("with a deleted token", "Bearer " + inside.deletedToken);
      attempts.put("with an expired token", "Bearer " + expiredToken());
      if (route.template().contains("{tenantId}")) {
        attempts.put("with a foreign token", "Bearer " + outside.scimToken);
      }
    }
    if (route.lock() == AdminAuthenticated.class) {
      attempts.put("with a SCIM token", "Bearer " + inside.scimToken);
    }
    return attempts;
  }

  private static String expiredToken() throws IOException {
    return Files.readString(DATA.resolve(Wall.EXPIRED_TOKEN_FILE)).strip();
  }

  /** A text of the same form with other digits and letters. */
  private static String unlike(String text) {
    return text.substring(0, 4) + text.substring(4).replaceAll("[0-9]", "7");
  }

  private static List<String> names(HttpResponse<String> answer) {
    return answer.headers().map().keySet().stream().sorted().toList();
  }

  private static String key(Route route) {
    var below =
        route
            .template()
            .replaceFirst("^\\{tenantId}/api/scim/v2", "")
            .replaceFirst("^core/iam/v1/scim(?=/(?!\\{))", "")
            .replaceFirst("^core/iam/v1", "");
    return route.method() + " " + below;
  }

  private HttpResponse<String> send(Route route, House house, String authorization)
      throws Exception {
    var path =
        route
            .template()
            .replace("{tenantId}", house.tenantId)
            .replace("{type}", "custom")
            .replace("{name}", "User")
            .replace("{uri}", "urn:ietf:params:scim:schemas:core:2.0:User")
            .replace("{id}", house.id(route));
    assertThat(path).as("a parameter that the test doesn't know").doesNotContain("{");
    return exchange(
        route.method(),
        "/" + path,
        authorization,
        BODIES
            .get(key(route))
            .replace("{unique}", UUID.randomUUID().toString())
            .replace("{id}", house.id(route)));
  }

  private HttpResponse<String> request(String method, String path, String credential, String body)
      throws Exception {
    return exchange(method, path, "Bearer " + credential, body);
  }

  private HttpResponse<String> exchange(
      String method, String path, String authorization, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + deployment.getPort() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static String patch(String operation) {
    return "{\"Operations\": [" + operation + "]}";
  }

  private static String schema(String id) {
    return """
        {"id": "%s", "name": "x", "attributes": [{"name": "a", "type": "string"}]}"""
        .formatted(id);
  }

  private static String provider() {
    return """
        {"scheme": "{unique}", "displayName": "x", "properties":
          {"clientId": "c", "authority": "https://idp.example.com"}}""";
  }

  /** A tenant with one of everything, and whoever belongs there. */
  private final class House {

    private final String tenantId;
    private final String scimToken;
    private final String deletedToken;
    private final String userId;
    private final String groupId;
    private final String providerId;
    private final String tokenId;
    private final String schemaId;
    private String fixedId;

    House(String tenantId) throws Exception {
      this.tenantId = tenantId;
      var token = newToken();
      this.scimToken = Secrets.seen(token.getString("token"));
      this.tokenId = newToken().getString("id");
      var deleted = newToken();
      this.deletedToken = Secrets.seen(deleted.getString("token"));
      Secrets.seen(Wall.adminKey(tenantId));
      admin("DELETE", "/core/iam/v1/scim/" + deleted.getString("id"), "");
      this.providerId =
          json(admin(
                      "POST",
                      "/core/iam/v1/sso/custom",
                      provider().replace("{unique}", UUID.randomUUID().toString()))
                  .body())
              .getString("id");
      this.schemaId = "urn:door:" + UUID.randomUUID();
      admin("POST", "/core/iam/v1/schemas", schema(schemaId));
      this.userId = create("Users", "userName");
      this.groupId = create("Groups", "displayName");
    }

    private JsonObject newToken() throws Exception {
      return json(admin("POST", "/core/iam/v1/scim", BODIES.get("POST /scim")).body());
    }

    private String create(String endpoint, String name) throws Exception {
      var body = "{\"%s\": \"%s\"}".formatted(name, UUID.randomUUID());
      return json(request("POST", scim(endpoint), scimToken, body).body()).getString("id");
    }

    private HttpResponse<String> admin(String method, String path, String body) throws Exception {
      return request(method, path, Wall.adminKey(tenantId), body);
    }

    private String scim(String endpoint) {
      return "/" + tenantId + "/api/scim/v2/" + endpoint;
    }

    /** The same house, where every id is this one. */
    House with(String id) {
      fixedId = id;
      return this;
    }

    String credential(Route route) {
      return "Bearer "
          + (route.lock() == AdminAuthenticated.class ? Wall.adminKey(tenantId) : scimToken);
    }

    String id(Route route) {
      if (fixedId != null) {
        return fixedId;
      }
      if (route.template().contains("/Users")) {
        return userId;
      }
      if (route.template().contains("/Groups")) {
        return groupId;
      }
      if (route.template().contains("/schemas")) {
        return schemaId;
      }
      return route.template().contains("/sso") ? providerId : tokenId;
    }

    /** All that the tenant has, as its own tokens show it. */
    String everything() throws Exception {
      return request("GET", scim("Users?count=200"), scimToken, "").body()
          + request("GET", scim("Groups?count=200"), scimToken, "").body()
          + admin("GET", "/core/iam/v1/sso", "").body()
          + admin("GET", "/core/iam/v1/schemas", "").body()
          + admin("GET", "/core/iam/v1/scim", "").body().replaceAll("\"lastUsedAt\":[^,]*", "");
    }
  }
}
