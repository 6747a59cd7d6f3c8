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
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that applications get for themselves, and what becomes of them. */
class OAuthIT {

  private static final Duration A_LITTLE = Duration.ofSeconds(10);
  private static final String GRANT = "grant_type=client_credentials";

  private Rollcall tenant;
  private Application payroll;

  /** An application as it knows itself. */
  private record Application(Rollcall tenant, String id, String secret) {

    static Application in(Rollcall tenant, Object... members) {
      var created =
          tenant.admin().post("/applications", Body.application("Payroll", members)).expect(200);
      var secret = created.has("/clientSecret") ? created.at("/clientSecret") : "";
      if (!secret.isEmpty()) {
        Secrets.seen(secret);
      }
      return new Application(tenant, created.at("/id"), secret);
    }

    Answer send(String endpoint, String form) {
      return send(tenant, endpoint, form);
    }

    Answer send(Rollcall to, String endpoint, String form) {
      var credentials = id + ":" + secret;
      return OAuthIT.send(
          to,
          endpoint,
          form,
          Map.of(
              "Authorization",
              "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes())));
    }

    String token() {
      var token = send("token", GRANT).expect(200).at("/access_token");
      Secrets.seen(token);
      return token;
    }

    boolean findsActive(String token) {
      return send("introspect", "token=" + token).expect(200).json().getBoolean("active");
    }
  }

  @BeforeEach
  void registerAnApplication() {
    tenant = Rollcall.running().newTenant();
    payroll =
        Application.in(
            tenant, "grantTypes", List.of("client_credentials"), "scopes", List.of("a", "b:c"));
  }

  @Test
  void givesATokenThatSaysNothingByItself() {
    var answer = payroll.send("token", GRANT).expect(200);
    Secrets.seen(answer.at("/access_token"));

    assertThat(answer.at("/access_token"))
        .matches("ra_" + tenant.tenantId() + "_[0-9][0-9A-Za-z]{11}_[0-9A-Za-z]{49}");
    assertThat(answer.at("/token_type")).isEqualTo("Bearer");
    assertThat(answer.at("/expires_in")).isEqualTo("900");
    assertThat(answer.at("/scope")).isEqualTo("a b:c");
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  @Test
  void givesNoMoreThanIsAskedFor() {
    assertThat(payroll.send("token", GRANT + "&scope=b:c").expect(200).at("/scope"))
        .isEqualTo("b:c");
    refuses(payroll.send("token", GRANT + "&scope=a+d"), 400, "invalid_scope");
  }

  @Test
  void takesTheSecretInTheFormWhereThatIsAgreed() {
    var other =
        Application.in(
            tenant,
            "grantTypes",
            List.of("client_credentials"),
            "tokenEndpointAuthMethod",
            "client_secret_post");
    var proof = "&client_id=%s&client_secret=%s".formatted(other.id(), other.secret());

    send(tenant, "token", GRANT + proof, Map.of()).expect(200);
    refuses(other.send("token", GRANT), 401, "invalid_client");
    var post = "&client_id=%s&client_secret=%s".formatted(payroll.id(), payroll.secret());
    refuses(send(tenant, "token", GRANT + post, Map.of()), 401, "invalid_client");
  }

  @Test
  void tellsAnotherApplicationWhatATokenIs() {
    var other = Application.in(tenant);
    var token = payroll.token();

    var told = other.send("introspect", "token=" + token).expect(200);

    assertThat(told.at("/active")).isEqualTo("true");
    assertThat(told.at("/client_id")).isEqualTo(payroll.id());
    assertThat(told.at("/sub")).isEqualTo(payroll.id());
    assertThat(told.at("/scope")).isEqualTo("a b:c");
    assertThat(told.at("/iss")).isEqualTo(issuer(tenant));
    assertThat(told.json().getInt("exp") - told.json().getInt("iat")).isEqualTo(900);
    for (var none : List.of("x", token.replaceAll(".$", "!"), payroll.secret())) {
      assertThat(other.send("introspect", "token=" + none).expect(200).text())
          .isEqualTo("{\"active\":false}");
    }
  }

  @Test
  void endsATokenForItsApplicationAlone() {
    var other = Application.in(tenant);
    var token = payroll.token();

    other.send("revoke", "token=" + token).expect(200);
    assertThat(other.findsActive(token)).isTrue();
    payroll.send("revoke", "token=" + token).expect(200);
    assertThat(other.findsActive(token)).isFalse();
    payroll.send("revoke", "token=" + token).expect(200);
  }

  @Test
  void endsTokensWithTheirApplication() {
    var other = Application.in(tenant);
    var token = payroll.token();

    tenant.admin().delete("/applications/" + payroll.id()).expect(204);

    assertThat(other.findsActive(token)).isFalse();
    refuses(payroll.send("token", GRANT), 401, "invalid_client");
  }

  @Test
  void isShutWithItsTenant() {
    var token = payroll.token();
    var path = "/tenants/" + tenant.tenantId();

    tenant.operator().post(path + "/suspend", "").expect(200);
    refuses(payroll.send("token", GRANT), 401, "invalid_client");
    refuses(payroll.send("introspect", "token=" + token), 401, "invalid_client");
    tenant.operator().post(path + "/resume", "").expect(200);
    assertThat(payroll.findsActive(token)).isTrue();
  }

  @Test
  void knowsASecretNoMoreThatWasDeleted() {
    var path = "/applications/" + payroll.id() + "/secrets";
    var second = tenant.admin().post(path, "").expect(200);
    Secrets.seen(second.at("/clientSecret"));
    var renewed = new Application(tenant, payroll.id(), second.at("/clientSecret"));
    renewed.send("token", GRANT).expect(200);
    payroll.send("token", GRANT).expect(200);

    tenant
        .admin()
        .get("/applications/" + payroll.id())
        .json()
        .getJsonArray("secrets")
        .forEach(
            secret -> {
              var id = secret.asJsonObject().getString("id");
              if (!id.equals(second.at("/id"))) {
                tenant.admin().delete(path + "/" + id).expect(204);
              }
            });

    renewed.send("token", GRANT).expect(200);
    refuses(payroll.send("token", GRANT), 401, "invalid_client");
  }

  @Test
  void staysWithinItsTenant() {
    var other = Rollcall.running().newTenant();
    var stranger = Application.in(other, "grantTypes", List.of("client_credentials"));
    var token = payroll.token();

    refuses(payroll.send(other, "token", GRANT), 401, "invalid_client");
    refuses(stranger.send(tenant, "introspect", "token=" + token), 401, "invalid_client");
    assertThat(stranger.findsActive(token)).isFalse();
    stranger.send("revoke", "token=" + token).expect(200);
    assertThat(payroll.findsActive(token)).isTrue();
  }

  @Test
  void refusesWhoIsNotTheApplicationWithoutAWordWhy() {
    var wrong = new Application(tenant, payroll.id(), "rs_" + "x".repeat(43));
    var unknown = new Application(tenant, "nobody", payroll.secret());
    var nowhere = send(payroll, "no-such-tenant");

    refuses(wrong.send("token", GRANT), 401, "invalid_client");
    assertThat(unknown.send("token", GRANT).text()).isEqualTo(wrong.send("token", GRANT).text());
    assertThat(nowhere.text()).isEqualTo(wrong.send("token", GRANT).text());
    assertThat(wrong.send("token", GRANT).header("WWW-Authenticate").orElseThrow())
        .startsWith("Basic ");
    refuses(send(tenant, "token", GRANT, Map.of()), 401, "invalid_client");
    refuses(
        send(tenant, "token", GRANT + "&client_id=" + payroll.id(), Map.of()),
        401,
        "invalid_client");
  }

  @Test
  void givesNothingToAPublicApplication() {
    var open =
        Application.in(
            tenant,
            "tokenEndpointAuthMethod",
            "none",
            "redirectUris",
            List.of("http://127.0.0.1/"));
    var proof = "&client_id=" + open.id();

    refuses(send(tenant, "token", GRANT + proof, Map.of()), 401, "invalid_client");
    refuses(send(tenant, "introspect", "token=x" + proof, Map.of()), 400, "unauthorized_client");
    send(tenant, "revoke", "token=x" + proof, Map.of()).expect(200);
  }

  @Test
  void refusesAnApplicationWithoutTheGrant() {
    refuses(Application.in(tenant).send("token", GRANT), 400, "unauthorized_client");
  }

  @Test
  void refusesWhatItCannotRead() {
    refuses(payroll.send("token", ""), 400, "invalid_request");
    refuses(payroll.send("token", GRANT + "&grant_type=password"), 400, "invalid_request");
    refuses(payroll.send("token", "grant_type=password"), 400, "invalid_request");
    refuses(payroll.send("token", "grant_type=nonsense"), 400, "unsupported_grant_type");
    refuses(
        payroll.send("token", "grant_type=refresh_token&refresh_token=x"),
        400,
        "unsupported_grant_type");
    refuses(payroll.send("introspect", ""), 400, "invalid_request");
    refuses(payroll.send("revoke", "%zz=%ff"), 400, "invalid_request");
    refuses(payroll.send("token", GRANT + "&x=" + "y".repeat(65 * 1024)), 413, "invalid_request");
    var json = Map.of("Content-Type", "application/json");
    refuses(send(tenant, "token", "{}", json), 415, "invalid_request");
  }

  @Test
  void tellsWhatItCanDo() {
    var base = new Endpoint(tenant.process().root().toString(), null);
    var path = "/" + tenant.tenantId() + "/.well-known/oauth-authorization-server";
    await().atMost(A_LITTLE).until(() -> base.get(path).status() == 200);
    var metadata = base.get(path);

    assertThat(metadata.at("/issuer")).isEqualTo(issuer(tenant));
    assertThat(metadata.at("/token_endpoint")).isEqualTo(issuer(tenant) + "/oauth2/token");
    assertThat(metadata.at("/grant_types_supported")).isEqualTo("[\"client_credentials\"]");
    assertThat(
            base.get("/.well-known/oauth-authorization-server/" + tenant.tenantId())
                .expect(200)
                .text())
        .isEqualTo(metadata.text());
    base.get("/no-such-tenant/.well-known/oauth-authorization-server").expect(404);
  }

  @Test
  void publishesKeysWithoutTheirPrivateParts() {
    var base = new Endpoint(tenant.process().root().toString(), null);
    var path = "/" + tenant.tenantId() + "/.well-known/jwks.json";
    await().atMost(A_LITTLE).until(() -> base.get(path).status() == 200);

    var keys = base.get(path).expect(200).json().getJsonArray("keys").getValuesAs(JsonObject.class);

    assertThat(keys)
        .extracting(key -> key.getString("alg"))
        .containsExactlyInAnyOrder("RS256", "ES256");
    assertThat(keys).allSatisfy(key -> assertThat(key).containsKey("kid").doesNotContainKey("d"));
    assertThat(base.get(path).text()).isEqualTo(base.get(path).text());
    base.get("/no-such-tenant/.well-known/jwks.json").expect(404);
  }

  private static Answer send(Application application, String tenantId) {
    var credentials = application.id() + ":" + application.secret();
    return new Endpoint(application.tenant().process().root() + "/" + tenantId + "/oauth2", null)
        .send(
            "POST",
            "/token",
            GRANT,
            Map.of(
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes())));
  }

  private static Answer send(
      Rollcall to, String endpoint, String form, Map<String, String> headers) {
    var all = new HashMap<>(Map.of("Content-Type", "application/x-www-form-urlencoded"));
    all.putAll(headers);
    return new Endpoint(issuer(to) + "/oauth2", null).send("POST", "/" + endpoint, form, all);
  }

  private static String issuer(Rollcall of) {
    return of.process().root() + "/" + of.tenantId();
  }

  private static void refuses(Answer answer, int status, String error) {
    assertThat(answer.expect(status).at("/error")).as(answer.text()).isEqualTo(error);
    assertThat(answer.at("/error_description")).isNotBlank();
  }
}
