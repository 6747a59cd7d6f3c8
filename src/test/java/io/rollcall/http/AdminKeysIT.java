package io.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.Secrets;
import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Rollcall;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminKeysIT {

  private Rollcall tenant;
  private Endpoint admin;

  @BeforeEach
  void makeATenant() {
    tenant = Rollcall.running().newTenant();
    admin = tenant.admin();
  }

  @Test
  void areShownOnceAndListedWithWhoMadeThem() {
    var first = listed().get(0);
    var created = create(admin, "Sync watch", "read", null);

    assertThat(created.keySet())
        .containsExactlyInAnyOrder(
            "id", "name", "role", "key", "createdAt", "createdBy", "lastUsedAt", "expiresAt");
    assertThat(created.getString("key")).matches("rk_[0-9A-Za-z]{43}");
    assertThat(created.getString("createdBy")).isEqualTo("adminKey:" + first.getString("id"));
    assertThat(first.getString("createdBy")).startsWith("operator:");
    assertThat(first.getString("name")).isNotBlank();
    assertThat(first.getString("role")).isEqualTo("admin");
    var listed = listed().get(1);
    assertThat(listed.keySet()).doesNotContain("key").hasSize(7);
    assertThat(listed.getString("id")).isEqualTo(created.getString("id"));
    assertThat(listed.getString("name")).isEqualTo("Sync watch");
    assertThat(listed.getString("role")).isEqualTo("read");
    assertThat(admin.get("/admin-keys").text()).doesNotContain(created.getString("key"));
  }

  @Test
  void areTheOneOfTheFirstStartToo() {
    var first = Rollcall.running().admin().get("/admin-keys?limit=1").expect(200).json();

    var key = first.getJsonArray("adminKeys").getJsonObject(0);
    assertThat(key.getString("name")).isNotBlank();
    assertThat(key.getString("role")).isEqualTo("admin");
    assertThat(key.isNull("createdBy")).isTrue();
  }

  @Test
  void needANameAndARole() {
    var answer =
        admin
            .post(
                "/admin-keys",
                Body.object("role", "operator", "expiresAt", "2020-01-01T00:00:00Z", "tenant", "x"))
            .expect(400);

    assertThat(answer.json().getJsonArray("errors").getValuesAs(JsonObject.class))
        .extracting(error -> error.getString("field"))
        .containsExactlyInAnyOrder("name", "role", "expiresAt", "tenant");
    admin.post("/admin-keys", Body.object("name", "n")).expect(400);
  }

  /** In a sentence it would turn around what comes after it. */
  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u202Eb", "a\u2028b", " "})
  void haveNamesThatAreOneLineLikeWhateverAdminsName(String name) {
    var properties = Map.of("clientId", "c", "authority", "https://idp.example.com");
    var provider = Body.object("scheme", "p", "displayName", name, "properties", properties);
    var token = Body.object("provider", "p", "providerDisplayName", name);

    refuses(admin.post("/admin-keys", Body.object("name", name, "role", "read")), "name");
    refuses(admin.post("/sso/custom", provider), "displayName");
    refuses(admin.post("/scim", token), "providerDisplayName");
    refuses(
        tenant.operator().post("/tenants", Body.object("id", "t", "displayName", name)),
        "displayName");
  }

  private static void refuses(Answer answer, String field) {
    assertThat(answer.expect(400).json().getJsonArray("errors").getValuesAs(JsonObject.class))
        .extracting(error -> error.getString("field"))
        .containsExactly(field);
  }

  @Test
  void readWithTheRoleReadAndChangeNothing() {
    var reader = endpoint(create(admin, "Reader", "read", null));

    reader.get("/sso").expect(200);
    reader.send("HEAD", "/sso", null, java.util.Map.of()).expect(200);
    var refused = reader.post("/sso/custom", Body.provider("x")).expect(403);
    assertThat(refused.detail()).contains("read").contains("admin");
    reader.post("/admin-keys", Body.object("name", "n", "role", "admin")).expect(403);
    reader.delete("/admin-keys/" + listed().get(0).getString("id")).expect(403);
    assertThat(admin.get("/sso").expect(200).array()).isEmpty();
  }

  @Test
  void stayWithinTheirTenantAndOpenNoOperatorsDoor() {
    var foreign = listed().get(0).getString("id");
    var other = Rollcall.running().newTenant().admin();

    other.delete("/admin-keys/" + foreign).expect(404);
    other.get("/tenants").expect(401);
    other.post("/tenants", Body.object("id", "mine", "displayName", "Mine")).expect(401);
    assertThat(listed()).hasSize(1);
  }

  @Test
  void knowTheMinuteOfTheirLastUse() {
    var created = create(admin, "Used", "read", null);
    assertThat(listed().get(1).isNull("lastUsedAt")).isTrue();

    var before = Instant.now();
    endpoint(created).get("/sso").expect(200);

    var used = Instant.parse(listed().get(1).getString("lastUsedAt"));
    assertThat(Duration.between(used, before).abs()).isLessThanOrEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void endByThemselvesLikeOnesThatNeverWere() {
    var expires = Instant.now().plusSeconds(2);
    var key = endpoint(create(admin, "Short", "admin", expires));

    await().atMost(Duration.ofSeconds(10)).until(() -> key.get("/sso").status() == 401);

    assertThat(Instant.now()).isAfterOrEqualTo(expires);
    assertThat(key.get("/sso").text())
        .isEqualTo(new Endpoint(key.base(), "rk_" + "x".repeat(43)).get("/sso").text());
  }

  @Test
  void areRefusedFromTheirDeletionOn() {
    var created = create(admin, "Gone", "admin", null);
    var id = created.getString("id");
    endpoint(created).get("/sso").expect(200);

    admin.delete("/admin-keys/" + id).expect(204);

    endpoint(created).get("/sso").expect(401);
    admin.delete("/admin-keys/" + id).expect(404);
  }

  @Test
  void leaveOneThatLastsHoweverManyReadOrExpire() {
    var last = listed().get(0).getString("id");
    create(admin, "Reads", "read", null);
    var expiring = create(admin, "Expires", "admin", Instant.now().plusSeconds(3_600));

    var refused = admin.delete("/admin-keys/" + last).expect(409);
    endpoint(expiring).delete("/admin-keys/" + last).expect(409);

    assertThat(refused.detail()).contains("doesn't expire").contains("create another one");
    var lasting = create(admin, "Lasts", "admin", null);
    admin.delete("/admin-keys/" + last).expect(204);
    endpoint(lasting).delete("/admin-keys/" + lasting.getString("id")).expect(409);
    endpoint(lasting).delete("/admin-keys/" + expiring.getString("id")).expect(204);
  }

  @Test
  void leaveOneThatLastsWhenTwoDeleteEachOther() {
    for (var round = 0; round < 10; round++) {
      var theirs = Rollcall.running().newTenant().admin();
      var firstId = theirs.get("/admin-keys").expect(200).at("/adminKeys/0/id");
      var second = create(theirs, "Second", "admin", null);
      var attempts =
          Stream.<java.util.function.IntSupplier>of(
                  () -> theirs.delete("/admin-keys/" + second.getString("id")).status(),
                  () -> endpoint(second).delete("/admin-keys/" + firstId).status())
              .map(attempt -> CompletableFuture.supplyAsync(attempt::getAsInt))
              .toList();

      assertThat(attempts.stream().map(CompletableFuture::join).filter(s -> s == 204)).hasSize(1);
    }
  }

  @Test
  void comeInPages() {
    for (var name : List.of("b", "a", "c")) {
      create(admin, name, "read", null);
    }
    var names = new ArrayList<String>();
    var next = "";
    do {
      var page = admin.get("/admin-keys?limit=2" + next).expect(200).json();
      page.getJsonArray("adminKeys").getValuesAs(JsonObject.class).stream()
          .map(key -> key.getString("name"))
          .forEach(names::add);
      next = page.containsKey("next") ? "&cursor=" + page.getString("next") : "";
    } while (!next.isEmpty());

    assertThat(names).hasSize(4).endsWith("b", "a", "c");
    admin.get("/admin-keys?limit=0").expect(400);
    admin.get("/admin-keys?limit=201").expect(400);
    admin.get("/admin-keys?cursor=nothing").expect(400);
  }

  private List<JsonObject> listed() {
    return admin
        .get("/admin-keys")
        .expect(200)
        .json()
        .getJsonArray("adminKeys")
        .getValuesAs(JsonObject.class);
  }

  private static JsonObject create(Endpoint by, String name, String role, Instant expires) {
    var created =
        by.post(
                "/admin-keys",
                Body.object(
                    "name", name, "role", role, "expiresAt", expires == null ? null : expires + ""))
            .expect(200)
            .json();
    Secrets.seen(created.getString("key"));
    return created;
  }

  private Endpoint endpoint(JsonObject created) {
    return new Endpoint(admin.base(), created.getString("key"));
  }
}
