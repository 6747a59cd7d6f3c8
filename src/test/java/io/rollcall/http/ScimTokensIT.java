package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Secrets;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Rollcall;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScimTokensIT {

  private static Rollcall rollcall;
  private static Endpoint admin;

  @BeforeAll
  static void connect() {
    rollcall = Rollcall.running();
    admin = rollcall.admin();
  }

  @Test
  void areShownOnce() {
    var created = rollcall.newProvider().newToken();

    assertThat(created.keySet())
        .containsExactlyInAnyOrder(
            "id",
            "token",
            "provider",
            "providerDisplayName",
            "createdAt",
            "expiresAt",
            "tenantUrl");
    assertThat(created.getString("token"))
        .matches("rc_default_" + created.getString("id") + "_[0-9A-Za-z]{49}");
    assertThat(created.getString("tenantUrl")).isEqualTo(rollcall.bases().get(0));
    assertThat(listed(created.getString("id")).keySet())
        .containsExactlyInAnyOrder(
            "id",
            "provider",
            "providerDisplayName",
            "createdAt",
            "createdBy",
            "lastUsedAt",
            "expiresAt");
  }

  /** Whoever misspells a field would get a token that doesn't end. */
  @Test
  void areNotMadeOfFieldsThatNobodyKnows() {
    var provider = rollcall.newProvider();

    var errors =
        admin
            .post(
                "/scim",
                """
                {"provider": "%s", "providerDisplayName": "P", "expiresat": "2099-01-01T00:00:00Z"}"""
                    .formatted(provider.scheme()))
            .expect(400)
            .json()
            .getJsonArray("errors");

    assertThat(errors).hasSize(1);
    assertThat(errors.getJsonObject(0).getString("field")).isEqualTo("expiresat");
    assertThat(errors.getJsonObject(0).getString("message")).contains("expiresAt");
  }

  @Test
  void areMadeForSchemesThatExist() {
    var provider = rollcall.newProvider();

    var answer = admin.post("/scim", Body.token("nobody")).expect(400);

    var error = answer.json().getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("field")).isEqualTo("provider");
    assertThat(error.getString("message")).contains("nobody").contains(provider.scheme());
  }

  @Test
  void needTheirFields() {
    assertThat(
            admin
                .post("/scim", "{\"expiresAt\": \"2020-01-01T00:00:00Z\"}")
                .expect(400)
                .json()
                .getJsonArray("errors")
                .getValuesAs(JsonObject.class))
        .extracting(error -> error.getString("field"))
        .containsExactlyInAnyOrder("provider", "providerDisplayName", "expiresAt");
  }

  /** Of a field of another type its type is told, and not that it is missing. */
  @Test
  void areToldAllThatIsWrongAtOnceAndAsItWasSent() {
    var sent =
        """
        {"provider": ["entra"], "expiresAt": "${7*7} {message}", "{max}": 1}""";

    var answer = admin.post("/scim", sent).expect(400).json();

    assertThat(answer.getString("detail")).startsWith("Fields are missing or wrong");
    assertThat(answer.getJsonArray("errors").getValuesAs(JsonObject.class))
        .extracting(error -> error.getString("field"))
        .containsExactly("expiresAt", "provider", "providerDisplayName", "{max}");
    assertThat(answer.getJsonArray("errors").getValuesAs(JsonObject.class))
        .extracting(error -> error.getString("message"))
        .startsWith(
            "must be a time such as 2030-01-31T12:00:00Z, not \"${7*7} {message}\"",
            "must be a string, not a list");
  }

  @Test
  void knowTheMinuteOfTheirLastUse() {
    var provider = rollcall.newProvider();
    var id = provider.tokenId();
    assertThat(listed(id).isNull("lastUsedAt")).isTrue();

    var before = Instant.now();
    provider.scim().get("/Users?count=0").expect(200);

    assertThat(Duration.between(Instant.parse(listed(id).getString("lastUsedAt")), before).abs())
        .isLessThanOrEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void areRefusedFromTheirDeletionOnWhileOthersWorkAndTheUsersStay() {
    var provider = rollcall.newProvider();
    var user = provider.newUser(unique("u"));
    var second = new Endpoint(rollcall.bases().get(1), provider.newToken().getString("token"));
    second.get("/Users/" + user).expect(200);

    admin.delete("/scim/" + provider.tokenId()).expect(204);

    provider.scim().get("/Users/" + user).expectError(401, null);
    second.get("/Users/" + user).expect(200);
    admin.delete("/scim/" + provider.tokenId()).expect(404);
  }

  @Test
  void endByThemselves() {
    var provider = rollcall.newProvider();
    var expires = Instant.now().plusSeconds(2);
    var token =
        admin
            .post(
                "/scim",
                """
                {"provider": "%s", "providerDisplayName": "Short", "expiresAt": "%s"}"""
                    .formatted(provider.scheme(), expires))
            .expect(200)
            .json()
            .getString("token");
    Secrets.seen(token);
    var scim = new Endpoint(rollcall.bases().get(0), token);

    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> scim.get("/Users?count=0").status() == 401);
    assertThat(Instant.now()).isAfterOrEqualTo(expires);
  }

  private static JsonObject listed(String id) {
    return admin.get("/scim").expect(200).array().getValuesAs(JsonObject.class).stream()
        .filter(token -> token.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }
}
