package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.Secrets;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Rollcall;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever runs the server does with tenants. */
class TenantsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static Rollcall rollcall;
  private static Endpoint operator;

  @BeforeAll
  static void connect() {
    rollcall = Rollcall.running();
    operator = rollcall.operator();
  }

  @Test
  void areMadeWithAKeyThatIsShownOnceAndWorksAtOnce() {
    var id = unique("t");
    var made = operator.post("/tenants", tenant(id, "Contoso")).expect(200);
    var key = Secrets.seen(made.at("/adminKey/key"));

    assertThat(made.json().keySet())
        .containsExactlyInAnyOrder("id", "displayName", "status", "createdAt", "adminKey");
    assertThat(made.at("/status")).isEqualTo("active");
    var read = operator.get("/tenants/" + id).expect(200);
    assertThat(read.json().keySet())
        .containsExactlyInAnyOrder("id", "displayName", "status", "createdAt");
    assertThat(read.at("/displayName")).isEqualTo("Contoso");
    var provider = Rollcall.of(rollcall.process(), id, key).newProvider();
    var user = provider.newUser(unique("ada"));
    assertThat(provider.scim().get("/Users/" + user).expect(200).at("/id")).isEqualTo(user);
    assertThat(
            new Endpoint(operator.base(), key).get("/admin-keys").expect(200).at("/adminKeys/0/id"))
        .isEqualTo(made.at("/adminKey/id"));
  }

  @Test
  void haveAnIdOfTheirOwn() {
    var id = rollcall.newTenant().tenantId();

    var taken = operator.post("/tenants", tenant(id, "Again")).expect(409);

    assertThat(taken.detail()).contains(id).contains("taken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "core", "ui", "health", "metrics", "openapi", "login", "console", "Acme", "a b", "ä", "a/b",
        "a_b", "-.-"
      })
  void haveAnIdThatIsNoAddressOfOurs(String id) {
    var errors =
        operator
            .post("/tenants", tenant(id, "Wrong"))
            .expect(400)
            .json()
            .getJsonArray("errors")
            .getValuesAs(JsonObject.class);

    assertThat(errors).extracting(error -> error.getString("field")).containsExactly("id");
  }

  @Test
  void needTheirFields() {
    var errors =
        operator
            .post("/tenants", "{\"name\": \"x\", \"displayName\": \" \"}")
            .expect(400)
            .json()
            .getJsonArray("errors")
            .getValuesAs(JsonObject.class);

    assertThat(errors)
        .extracting(error -> error.getString("field"))
        .containsExactlyInAnyOrder("id", "displayName", "name");
  }

  @Test
  void areListedInPagesTheOldestFirst() {
    var ids = new ArrayList<String>();
    for (var i = 0; i < 3; i++) {
      ids.add(rollcall.newTenant().tenantId());
    }
    var found = new ArrayList<String>();
    var next = "";
    do {
      var page = operator.get("/tenants?limit=2" + next).expect(200).json();
      page.getJsonArray("tenants").getValuesAs(JsonObject.class).stream()
          .map(tenant -> tenant.getString("id"))
          .forEach(found::add);
      next = page.containsKey("next") ? "&cursor=" + page.getString("next") : "";
    } while (!next.isEmpty());

    assertThat(found).doesNotHaveDuplicates().startsWith(Rollcall.TENANT).containsSubsequence(ids);
  }

  @Test
  void areRenamed() {
    var path = "/tenants/" + rollcall.newTenant().tenantId();

    var renamed =
        operator
            .put(path, operator.get(path).text().replace("A tenant of a test", "Fabrikam"))
            .expect(200);

    assertThat(renamed.at("/displayName")).isEqualTo("Fabrikam");
    assertThat(operator.get(path).expect(200).text()).isEqualTo(renamed.text());
    operator.put(path, "{}").expect(400);
    operator.put("/tenants/nobody", "{\"displayName\": \"x\"}").expect(404);
  }

  @Test
  void letNobodyInWhileTheyAreSuspended() {
    var tenant = rollcall.newTenant();
    var provider = tenant.newProvider();
    var path = "/tenants/" + tenant.tenantId();
    var unknown = new Endpoint(provider.scim().base(), "x").get("/Users").text();

    assertThat(operator.post(path + "/suspend", "").expect(200).at("/status"))
        .isEqualTo("suspended");

    for (var base : tenant.bases()) {
      assertThat(provider.scim(base).get("/Users").expectError(401, null).text())
          .isEqualTo(unknown);
    }
    tenant.admin().get("/sso").expect(401);
    assertThat(operator.post(path + "/suspend", "").expect(200).at("/status"))
        .isEqualTo("suspended");

    assertThat(operator.post(path + "/resume", "").expect(200).at("/status")).isEqualTo("active");
    provider.scim().get("/Users").expect(200);
    tenant.admin().get("/sso").expect(200);
    assertThat(tenant.admin().get("/activity?resource=" + tenant.tenantId()).expect(200).text())
        .containsOnlyOnce(" suspended the tenant ")
        .containsOnlyOnce(" resumed the tenant ");
  }

  @Test
  void areDeletedOnlyByWhoSaysTheirIdOnceMore() {
    var tenant = rollcall.newTenant();
    var path = "/tenants/" + tenant.tenantId();

    for (var confirm : new String[] {"", "?confirm=", "?confirm=default"}) {
      var refused = operator.delete(path + confirm).expect(400);
      assertThat(refused.text()).contains("confirm=" + tenant.tenantId());
    }

    tenant.admin().get("/sso").expect(200);
    operator.delete("/tenants/nobody?confirm=nobody").expect(404);
  }

  @Test
  void areDeletedWithEverythingAndTheIdIsFreeAgain() {
    var tenant = rollcall.newTenant();
    var id = tenant.tenantId();
    var provider = tenant.newProvider();
    var users = provider.newUsers(1_000);
    provider.newGroup(unique("g"), users.toArray(String[]::new));
    tenant.admin().post("/schemas", Body.schema("urn:example:gone")).expect(200);

    var deleted = operator.delete("/tenants/" + id + "?confirm=" + id).expect(202);

    assertThat(deleted.at("/status")).isEqualTo("deleting");
    assertThat(operator.post("/tenants", tenant(id, "Too early")).expect(409).detail())
        .contains("being deleted");
    assertThat(deleted.json().getJsonObject("deletion").getInt("remaining")).isGreaterThan(3_000);
    provider.scim().get("/Users").expectError(401, null);
    tenant.admin().get("/sso").expect(401);
    awaitEnd(id);

    var again = operator.post("/tenants", tenant(id, "Another one")).expect(200);
    var next = Rollcall.of(rollcall.process(), id, Secrets.seen(again.at("/adminKey/key")));
    assertThat(next.admin().get("/sso").expect(200).array()).isEmpty();
    assertThat(next.admin().get("/schemas").expect(200).array()).isEmpty();
    assertThat(next.admin().get("/scim").expect(200).array()).isEmpty();
    assertThat(next.admin().get("/admin-keys").expect(200).json().getJsonArray("adminKeys"))
        .hasSize(1);
    assertThat(next.admin().get("/overview").expect(200).json().getJsonObject("last30Days"))
        .isEmpty();
    assertThat(next.newProvider().scim().get("/Users").expect(200).totalResults()).isZero();
    provider.scim().get("/Users").expectError(401, null);
    tenant.admin().get("/sso").expect(401);
  }

  @Test
  void areNotChangedAnyMoreWhileTheyAreDeleted() {
    var tenant = rollcall.newTenant();
    tenant.newProvider().newUsers(1_000);
    var path = "/tenants/" + tenant.tenantId();
    operator.delete(path + "?confirm=" + tenant.tenantId()).expect(202);

    for (var what : new String[] {"/suspend", "/resume"}) {
      assertThat(operator.post(path + what, "").status()).isIn(409, 404);
    }
    assertThat(operator.put(path, "{\"displayName\": \"x\"}").status()).isIn(409, 404);
    awaitEnd(tenant.tenantId());
  }

  private static void awaitEnd(String id) {
    var path = "/tenants/" + id;
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              var answer = operator.get(path);
              if (answer.status() == 200) {
                assertThat(answer.at("/status")).isEqualTo("deleting");
              }
              return answer.status() == 404;
            });
  }

  private static String tenant(String id, String displayName) {
    return Body.object("id", id, "displayName", displayName);
  }
}
