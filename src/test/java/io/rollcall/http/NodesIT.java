package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.RestartablePostgres;
import io.rollcall.Secrets;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Rollcall;
import io.rollcall.http.fixture.ServerProcess;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database, started at once when it was empty. */
@Tag("postgresql")
@Tag("payara")
class NodesIT {

  private static final String ADMIN_KEY = "an-admin-key-that-all-nodes-share-0000";
  private static final String ENCRYPTION_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String OTHER_KEY = "HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @TempDir private static Path folder;

  private static RestartablePostgres postgres;
  private static Rollcall first;
  private static Rollcall second;

  @BeforeAll
  static void start() throws Exception {
    Secrets.seen(ADMIN_KEY);
    Secrets.seen(ENCRYPTION_KEY);
    postgres = new RestartablePostgres(folder.resolve("postgres"));
    var nodes =
        Stream.of("first", "second")
            .map(name -> CompletableFuture.supplyAsync(() -> node(name, ENCRYPTION_KEY)))
            .toList();
    first = Rollcall.of(nodes.get(0).get(), Rollcall.TENANT, ADMIN_KEY);
    second = Rollcall.of(nodes.get(1).get(), Rollcall.TENANT, ADMIN_KEY);
  }

  private static ServerProcess node(String name, String encryptionKey) {
    var settings = new HashMap<>(postgres.settings());
    settings.put("ROLLCALL_ADMIN_KEY", ADMIN_KEY);
    settings.put("ROLLCALL_ENCRYPTION_KEY", encryptionKey);
    settings.put("ROLLCALL_DB_WAIT_SECONDS", "20");
    return ServerProcess.start(folder.resolve(name), ServerProcess.freePort(), settings);
  }

  @AfterAll
  static void stop() {
    first.process().stop();
    second.process().stop();
    postgres.close();
  }

  @Test
  void oneOfThemMigratedAndMadeTheTenant() throws Exception {
    try (var database = postgres.connection();
        var statement = database.createStatement();
        var result =
            statement.executeQuery(
                "select (select count(*) from tenant), (select count(*) from admin_key),"
                    + " (select count(*) - count(distinct version) from flyway_schema_history)")) {
      result.next();
      assertThat(result.getInt(1)).isOne();
      assertThat(result.getInt(2)).isOne();
      assertThat(result.getInt(3)).isZero();
    }
    assertThat(first.process().lines()).noneMatch(line -> line.contains("SEVERE"));
    assertThat(second.process().lines()).noneMatch(line -> line.contains("SEVERE"));
  }

  @Test
  void aTokenIsGoodAndRevokedOnBoth() {
    var token = first.newProvider().newToken();
    var there = new Endpoint(second.bases().get(0), token.getString("token"));
    there.get("/Users").expect(200);

    first.admin().delete("/scim/" + token.getString("id")).expect(204);

    there.get("/Users").expectError(401, null);
  }

  @Test
  void oneOfThemMadeTheOperatorsKeyAndBothKnowIt() throws Exception {
    for (var node : List.of(first, second)) {
      new Endpoint(node.admin().base(), operatorKey()).get("/tenants").expect(200);
    }
  }

  @Test
  void aTenantIsSuspendedAndResumedOnBoth() throws Exception {
    var here = new Endpoint(first.admin().base(), operatorKey());
    var there = newTenant(here, second);
    var provider = there.newProvider();
    provider.scim().get("/Users").expect(200);

    here.post("/tenants/" + there.tenantId() + "/suspend", "").expect(200);

    provider.scim().get("/Users").expectError(401, null);
    there.admin().get("/sso").expect(401);
    new Endpoint(second.admin().base(), operatorKey())
        .post("/tenants/" + there.tenantId() + "/resume", "")
        .expect(200);
    provider.scim(first.process().root() + "/core/iam/v1/scim").get("/Users").expect(200);
  }

  @Test
  void anAdminKeyIsGoodAndRevokedOnBoth() {
    var made = first.admin().post("/admin-keys", Body.object("name", "Both", "role", "admin"));
    var there = new Endpoint(second.admin().base(), Secrets.seen(made.expect(200).at("/key")));
    there.get("/sso").expect(200);

    first.admin().delete("/admin-keys/" + made.at("/id")).expect(204);

    there.get("/sso").expect(401);
  }

  @Test
  void aRemovalGoesOnWhenTheNodeThatBeganItDies() throws Exception {
    var third = node("third", ENCRYPTION_KEY);
    var there = new Endpoint(third.root() + "/core/iam/v1", operatorKey());
    var tenant = newTenant(there, first);
    tenant.newProvider().newUsers(1_000);
    var path = "/tenants/" + tenant.tenantId();

    there.delete(path + "?confirm=" + tenant.tenantId()).expect(202);
    third.handle().destroyForcibly();

    var here = new Endpoint(first.admin().base(), operatorKey());
    await().atMost(60, TimeUnit.SECONDS).until(() -> here.get(path).status() == 404);
  }

  private static Rollcall newTenant(Endpoint operator, Rollcall node) {
    var id = unique("t");
    var made = operator.post("/tenants", Body.object("id", id, "displayName", "T")).expect(200);
    return Rollcall.of(node.process(), id, made.at("/adminKey/key"));
  }

  /** What the one file has that any of the nodes wrote. */
  private static String operatorKey() throws IOException {
    var files =
        Stream.of("first", "second", "third")
            .map(name -> folder.resolve(name).resolve("operator-key"))
            .filter(Files::exists)
            .toList();
    assertThat(files).hasSize(1);
    return Secrets.seen(Files.readString(files.get(0)).strip());
  }

  @Test
  void whatOneWritesTheOtherReads() {
    var provider = first.newProvider();
    var there = provider.scim(second.bases().get(0));
    var user = provider.newUser(unique("ada"));
    var group = there.post("/Groups", Body.group(unique("g")));

    there.patch("/Users/" + user, Patch.add("title", "T")).expect(200);
    provider.scim().patch("/Groups/" + group.at("/id"), Patch.addMembers(user)).expect(204);

    assertThat(provider.scim().get("/Users/" + user).at("/title")).isEqualTo("T");
    assertThat(there.get("/Users/" + user).values("groups")).containsExactly(group.at("/id"));
    there.delete("/Users/" + user).expect(204);
    provider.scim().get("/Users/" + user).expectError(404, null);
  }

  @Test
  void whatOneHasHeardTheOtherTells() {
    var provider = first.newProvider();
    var name = unique("ada");
    provider.newUser(name);
    provider.scim().post("/Users", Body.user(name)).expect(409);

    await()
        .atMost(20, TimeUnit.SECONDS)
        .until(() -> state(second, provider.scheme()).containsKey("lastSuccess"));
    assertThat(state(second, provider.scheme()).getString("state")).isEqualTo("failing");
    assertThat(state(second, provider.scheme()).getInt("users")).isEqualTo(1);
    assertThat(second.admin().get("/why?person=" + name).expect(200).at("/verdict"))
        .isEqualTo("here");
    assertThat(
            second
                .admin()
                .get("/activity?outcome=refused&provider=" + provider.scheme())
                .expect(200)
                .json()
                .getJsonArray("entries"))
        .hasSize(1);
  }

  private static JsonObject state(Rollcall node, String scheme) {
    return node
        .admin()
        .get("/overview")
        .expect(200)
        .json()
        .getJsonArray("providers")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(state -> state.getString("scheme").equals(scheme))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCursorOfOneLeadsOnTheOther() {
    var provider = first.newProvider();
    provider.newUser(unique("a"));
    provider.newUser(unique("b"));

    var cursor = provider.scim().get("/Users?cursor&count=1").expect(200).at("/nextCursor");

    provider
        .scim(second.bases().get(0))
        .get("/Users?count=1&cursor=" + Endpoint.encoded(cursor))
        .expect(200);
  }

  @Test
  void aSchemaHoldsOnTheOtherFromTheNextRequestOn() {
    var provider = first.newProvider();
    var there = provider.scim(second.bases().get(0));
    there.get("/Schemas").expect(200);
    var urn = "urn:example:nodes:1.0:User";

    first
        .admin()
        .post(
            "/schemas?resourceType=User",
            """
            {"id": "%s", "name": "Badge", "attributes": [{"name": "badge", "type": "string",
              "multiValued": false, "description": "d", "required": false, "caseExact": false,
              "mutability": "readWrite", "returned": "default", "uniqueness": "none"}]}"""
                .formatted(urn))
        .expect(200);

    var user =
        there.post(
            "/Users", Body.user(unique("u"), "schemas", List.of(urn), urn, Map.of("badge", "7")));
    assertThat(user.expect(201).text()).contains("\"badge\":\"7\"");
    first.admin().delete("/schemas/" + urn + "?force=true").expect(204);
    assertThat(there.get("/Users/" + user.at("/id")).expect(200).text()).doesNotContain("badge");
  }

  @Test
  void aProviderThatIsDeletedIsGoneOnTheOther() {
    var provider = first.newProvider();
    var path = "/sso/custom/" + provider.id();
    second.admin().get(path).expect(200);
    second.admin().get("/scim").expect(200).array().stream()
        .map(token -> token.asJsonObject())
        .filter(token -> token.getString("provider").equals(provider.scheme()))
        .forEach(token -> second.admin().delete("/scim/" + token.getString("id")).expect(204));

    first.admin().delete(path).expect(204);

    second.admin().get(path).expect(404);
    second.admin().post("/scim", Body.token(provider.scheme())).expect(400);
  }

  @Test
  void aNodeWithAnotherEncryptionKeyDoesNotStart() throws Exception {
    var stranger = node("stranger", OTHER_KEY);

    assertThat(stranger.exitStatus()).isNotZero();
    assertThat(stranger.lines())
        .singleElement()
        .asString()
        .contains("Set ROLLCALL_ENCRYPTION_KEY to the same on all nodes");
  }

  @Test
  void aNodeWaitsForTheDatabaseAndDoesNotStartOnANewerOne() throws Exception {
    try (var newer = new RestartablePostgres(folder.resolve("newer"))) {
      newer.stop();
      var waiting =
          CompletableFuture.supplyAsync(
              () ->
                  ServerProcess.start(
                      folder.resolve("waiting"), ServerProcess.freePort(), newer.settings()));
      newer.start();
      waiting.get().stop();
      assertThat(waiting.get().lines())
          .anyMatch(line -> line.startsWith("Tenant URL of whichever tenant"));

      try (var database = newer.connection();
          var statement = database.createStatement()) {
        statement.execute(
            "insert into flyway_schema_history select 1000, '1000', 'newer', type, script, checksum,"
                + " installed_by, installed_on, execution_time, success from flyway_schema_history"
                + " where installed_rank = 1");
      }
      var older =
          ServerProcess.start(
              folder.resolve("older"), ServerProcess.freePort(), Map.copyOf(newer.settings()));
      assertThat(older.exitStatus()).isNotZero();
      assertThat(older.lines())
          .singleElement()
          .asString()
          .contains("the tables of a newer Rollcall (migration 1000)");
    }
  }
}
