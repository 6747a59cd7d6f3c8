package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.House;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Rollcall;
import io.rollcall.http.fixture.Routes;
import io.rollcall.http.fixture.Routes.Route;
import io.rollcall.http.fixture.ServerProcess;
import io.rollcall.http.fixture.Wall;
import io.rollcall.web.lock.OnlyForAdministrators;
import io.rollcall.web.lock.OnlyForOperators;
import io.rollcall.web.lock.OnlyForProvisioners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route of the running application, tried by those who may not come in. */
class DoorIT {

  /**
   * What each route takes; one that isn't here fails the tests, so that nobody forgets its lock.
   */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("GET /Users", ""),
          Map.entry("POST /Users", Body.user("{unique}")),
          Map.entry("GET /Users/{id}", ""),
          Map.entry("PUT /Users/{id}", Body.user("{unique}")),
          Map.entry("PATCH /Users/{id}", Patch.message(Patch.remove("title"))),
          Map.entry("DELETE /Users/{id}", ""),
          Map.entry("GET /Groups", ""),
          Map.entry("POST /Groups", Body.group("{unique}")),
          Map.entry("GET /Groups/{id}", ""),
          Map.entry("PUT /Groups/{id}", Body.group("{unique}")),
          Map.entry("PATCH /Groups/{id}", Patch.message(Patch.remove("members"))),
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
          Map.entry("GET /activity", ""),
          Map.entry("GET /activity/{id}", ""),
          Map.entry("GET /activity/{id}/members", ""),
          Map.entry("GET /activity/export", ""),
          Map.entry("GET /overview", ""),
          Map.entry("GET /why", ""),
          Map.entry("GET /admin-keys", ""),
          Map.entry("POST /admin-keys", Body.object("name", "Door", "role", "read")),
          Map.entry("DELETE /admin-keys/{id}", ""),
          Map.entry("GET /applications", ""),
          Map.entry("POST /applications", Body.application("Door")),
          Map.entry("GET /applications/{id}", ""),
          Map.entry("PUT /applications/{id}", Body.application("Renamed at the door")),
          Map.entry("DELETE /applications/{id}", ""),
          Map.entry("POST /applications/{id}/secrets", ""),
          Map.entry("DELETE /applications/{id}/secrets/{secretId}", ""),
          Map.entry(
              "POST /overview/dismiss",
              Body.object("provider", Wall.SCHEME, "cause", "badRequest")),
          Map.entry("GET /tenants", ""),
          Map.entry(
              "POST /tenants", Body.object("id", "{unique}", "displayName", "Made at the door")),
          Map.entry("GET /tenants/{id}", ""),
          Map.entry("PUT /tenants/{id}", Body.object("displayName", "Renamed at the door")),
          Map.entry("POST /tenants/{id}/suspend", ""),
          Map.entry("POST /tenants/{id}/resume", ""),
          Map.entry("DELETE /tenants/{id}", ""),
          Map.entry("GET /users", ""),
          Map.entry("POST /users", Body.user("{unique}")),
          Map.entry("GET /users/{id}", ""),
          Map.entry("GET /users/{id}/history", ""),
          Map.entry("GET /users/{id}/memberships", ""),
          Map.entry("POST /users/{id}/deactivate", ""),
          Map.entry("POST /users/{id}/reactivate", ""),
          Map.entry("POST /users/{id}/release", ""),
          Map.entry("POST /users/{id}/transfer", Body.object("provider", Wall.SCHEME)),
          Map.entry("GET /groups", ""),
          Map.entry("GET /groups/{id}", ""),
          Map.entry("GET /groups/{id}/groups", ""),
          Map.entry("GET /groups/{id}/history", ""),
          Map.entry("GET /groups/{id}/memberships", ""),
          Map.entry("POST /groups/{id}/release", ""),
          Map.entry("POST /groups/{id}/transfer", Body.object("provider", Wall.SCHEME)),
          Map.entry("GET /schemas", ""),
          Map.entry("POST /schemas", Body.schema("urn:door:{unique}")),
          Map.entry("GET /schemas/{id}", ""),
          Map.entry("PUT /schemas/{id}", Body.schema("{id}")),
          Map.entry("DELETE /schemas/{id}", ""),
          Map.entry("GET /scim", ""),
          Map.entry("POST /scim", Body.token(Wall.SCHEME)),
          Map.entry("DELETE /scim/{id}", ""),
          Map.entry("GET /sso", ""),
          Map.entry("POST /sso/{type}", Body.provider("{unique}")),
          Map.entry("GET /sso/{type}/{id}", ""),
          Map.entry("PUT /sso/{type}/{id}", Body.provider("{unique}")),
          Map.entry("DELETE /sso/{type}/{id}", ""));

  @TempDir private static Path folder;

  private static ServerProcess server;
  private static House inside;
  private static House outside;

  @BeforeAll
  static void start() throws IOException {
    server = ServerProcess.startWithAWall(folder, Map.of());
    inside = new House(Rollcall.of(server, Wall.INSIDE));
    outside = new House(Rollcall.of(server, Wall.OUTSIDE));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
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
  void letsInThoseWhoMayComeIn() {
    for (var route : Routes.all()) {
      if (!route.method().equals("DELETE")) {
        var isMe = route.template().endsWith("/Me");
        var answer = send(route, inside, inside.id(route), "Bearer " + inside.credential(route));
        assertThat(answer.status())
            .as(route.toString())
            .isBetween(isMe ? 501 : 200, isMe ? 501 : 204);
      }
    }
  }

  @Test
  void keepsOutThoseWhoMayNot() throws IOException {
    var before = inside.everything();

    for (var route : Routes.all()) {
      for (var attempt : attempts(route).entrySet()) {
        var answer = send(route, inside, inside.id(route), attempt.getValue());
        assertThat(answer.status()).as(route + " " + attempt.getKey()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate").orElse(""))
            .as(route + " " + attempt.getKey())
            .startsWith("Bearer realm=\"Rollcall\"");
      }
    }

    assertThat(inside.everything()).isEqualTo(before);
  }

  @Test
  void letsAKeyThatMayReadChangeNothing() {
    var before = inside.everything();

    for (var route : Routes.all()) {
      if (route.lock() == OnlyForAdministrators.class) {
        var isReading = route.method().equals("GET");
        var answer = send(route, inside, inside.id(route), "Bearer " + inside.readingKey());
        assertThat(answer.status()).as(route.toString()).isEqualTo(isReading ? 200 : 403);
        if (!isReading) {
          assertThat(answer.detail()).contains("role read").contains("role admin");
        }
      }
    }

    assertThat(inside.everything()).isEqualTo(before);
  }

  @Test
  void answersAForeignIdLikeOneThatDoesNotExist() {
    var before = inside.everything();

    for (var route : Routes.all()) {
      if (route.template().contains("{id}") && route.lock() != OnlyForOperators.class) {
        var foreign = inside.id(route);
        var nobodys = unlike(foreign);
        var mayComeIn = "Bearer " + outside.credential(route);
        var answer = send(route, outside, foreign, mayComeIn);
        var none = send(route, outside, nobodys, mayComeIn);

        assertThat(answer.status()).as(route.toString()).isEqualTo(404);
        assertThat(answer.text().replace(foreign, "ID"))
            .as(route.toString())
            .isEqualTo(none.text().replace(nobodys, "ID"));
        assertThat(answer.headers().map().keySet()).isEqualTo(none.headers().map().keySet());
      }
    }

    assertThat(inside.everything()).isEqualTo(before);
  }

  @Test
  void showsNothingOfAnotherTenantInListsAndFilters() {
    for (var base : List.of("/outside/api/scim/v2", "/core/iam/v1/scim")) {
      var scim = new Endpoint(server.root() + base, outside.scim().credential());
      for (var answer :
          List.of(
              scim.get("/Users?count=200"),
              scim.get("/Groups?count=200"),
              scim.find("/Users", "id eq \"%s\"".formatted(inside.userId())),
              scim.find("/Groups", "members[value eq \"%s\"]".formatted(inside.userId())),
              scim.find("/Users", "groups.value eq \"%s\"".formatted(inside.groupId())))) {
        assertThat(answer.expect(200).text())
            .doesNotContain(inside.userId())
            .doesNotContain(inside.groupId());
      }
    }
    for (var list :
        List.of("/users?limit=200", "/users?search=house&limit=200", "/groups?limit=200")) {
      assertThat(outside.admin().get(list).expect(200).text())
          .doesNotContain(inside.userId())
          .doesNotContain(inside.groupId());
    }
  }

  @Test
  void letsNoBodyAimAtAnotherTenant() {
    var before = inside.everything();
    var scim = outside.scim();

    var created = scim.post("/Users", aimedInside()).expect(201);
    var replaced = scim.put("/Users/" + outside.userId(), aimedInside()).expect(200);
    scim.post("/Groups", Body.group(unique("door"), "members", Body.values(inside.userId())))
        .expectError(400, "invalidValue");

    assertThat(created.at("/id")).isNotEqualTo(inside.userId());
    assertThat(replaced.at("/id")).isEqualTo(outside.userId());
    assertThat(inside.everything()).isEqualTo(before);
  }

  private static String aimedInside() {
    return """
        {"id": "%s", "tenant": "inside", "tenantId": "inside", "userName": "%s",
         "meta": {"location": "/inside/api/scim/v2/Users/%s"}}"""
        .formatted(inside.userId(), unique("door"), inside.userId());
  }

  private static Map<String, String> attempts(Route route) throws IOException {
    var scimToken = inside.scim().credential();
    var attempts = new LinkedHashMap<String, String>();
    attempts.put("without a token", null);
    attempts.put("with an empty token", "Bearer ");
    attempts.put("with another scheme", "Basic aW5zaWRlOmluc2lkZQ==");
    attempts.put("with a malformed token", "Bearer rc_x");
    attempts.put("with a wrong checksum", "Bearer " + scimToken.replaceAll(".$", "!"));
    attempts.put("with a token nobody has", "Bearer " + unlike(scimToken));
    if (route.lock() == OnlyForProvisioners.class) {
      attempts.put("with an admin key", "Bearer " + Wall.adminKey(Wall.INSIDE));
      attempts.put("with a deleted token", "Bearer " + inside.deletedToken());
      attempts.put(
          "with an expired token",
          "Bearer " + Files.readString(folder.resolve(Wall.EXPIRED_TOKEN_FILE)).strip());
      if (route.template().contains("{tenantId}")) {
        attempts.put("with a foreign token", "Bearer " + outside.scim().credential());
      }
    }
    if (route.lock() != OnlyForProvisioners.class) {
      attempts.put("with a SCIM token", "Bearer " + scimToken);
    }
    if (route.lock() == OnlyForOperators.class) {
      attempts.put("with an admin key", "Bearer " + Wall.adminKey(Wall.INSIDE));
    } else {
      attempts.put("with the operator's key", "Bearer " + Wall.OPERATOR_KEY);
    }
    return attempts;
  }

  /** A text of the same form with other digits and letters. */
  private static String unlike(String text) {
    return text.substring(0, 4) + text.substring(4).replaceAll("[0-9]", "7");
  }

  /** The route's key in {@link #BODIES}. */
  private static String key(Route route) {
    var below =
        route
            .template()
            .replaceFirst("^\\{tenantId}/api/scim/v2", "")
            .replaceFirst("^core/iam/v1/scim(?=/(?!\\{))", "")
            .replaceFirst("^core/iam/v1", "");
    return route.method() + " " + below;
  }

  private static Answer send(Route route, House house, String id, String authorization) {
    var path = house.path(route, id);
    var body = BODIES.get(key(route)).replace("{unique}", unique("door")).replace("{id}", id);
    var headers = new LinkedHashMap<String, String>();
    if (authorization != null) {
      headers.put("Authorization", authorization);
    }
    if (!body.isEmpty()) {
      headers.put("Content-Type", "application/json");
    }
    return new Endpoint(server.root() + "/", null)
        .send(route.method(), path, body.isEmpty() ? null : body, headers);
  }
}
