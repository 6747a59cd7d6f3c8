package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Secrets;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Rollcall;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SsoProvidersIT {

  private static final String SECRET = "a-client-secret-nobody-may-see";

  private static Rollcall rollcall;
  private static Endpoint admin;

  @BeforeAll
  static void connect() {
    rollcall = Rollcall.running();
    admin = rollcall.admin();
    Secrets.seen(SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "azuread, https://login.microsoftonline.com/8f2c1c9e-7d4e-4f0e-9d0b-3c1d2a4b5c6d/v2.0",
    "custom, https://idp.example.com/realms/a",
    "google, https://accounts.google.com",
    "signicat, https://example.signicat.com/auth/open"
  })
  void areRegisteredReadChangedAndDeleted(String type, String authority) {
    var scheme = unique("s");
    var created =
        admin.post("/sso/" + type, provider(scheme, authority, SECRET)).expect(200).json();
    var path = "/sso/" + type + "/" + created.getString("id");

    assertThat(created.getString("scheme")).isEqualTo(scheme);
    assertThat(created.getString("type")).isEqualTo("oidc");
    assertThat(created.getBoolean("enabled")).isTrue();
    assertThat(created.getJsonObject("properties").getString("authority")).isEqualTo(authority);
    assertThat(created.getJsonObject("properties").getString("scope"))
        .isEqualTo("openid profile email");
    assertThat(created.getJsonObject("properties").getBoolean("autoProvisioningEnabled")).isFalse();
    assertThat(created.toString()).doesNotContain(SECRET).doesNotContain("clientSecret");
    assertThat(admin.get(path).expect(200).json()).isEqualTo(created);
    assertThat(admin.get("/sso").expect(200).array()).contains(created);

    var changed =
        admin.put(path, provider(scheme, authority, null).replace("A provider", "Renamed"));
    assertThat(changed.expect(200).at("/displayName")).isEqualTo("Renamed");

    admin.delete(path).expect(204);
    admin.get(path).expect(404);
    admin.delete(path).expect(404);
  }

  @Test
  void areToldAllThatIsWrongAtOnce() {
    var answer =
        admin
            .post(
                "/sso/azuread",
                """
                {"scheme": "no spaces", "enabled": "yes", "type": "saml", "properties":
                  {"clientId": "", "authority": "https://login.microsoftonline.com/common/v2.0",
                   "responseType": "token", "usePkce": "no"}}""")
            .expect(400);

    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.json().getJsonArray("errors").getValuesAs(JsonObject.class))
        .extracting(error -> error.getString("field"))
        .containsExactlyInAnyOrder(
            "scheme",
            "displayName",
            "enabled",
            "type",
            "properties.clientId",
            "properties.authority",
            "properties.responseType",
            "properties.usePkce");
    assertThat(answer.text()).contains("not common, organizations or consumers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "common",
        "Common",
        "organizations",
        "CONSUMERS",
        "common.",
        "%63ommon",
        "9188040d-6c67-4c5b-b112-36a304b66dad"
      })
  void ofMicrosoftNeedATenant(String tenant) {
    assertRefused(
        "azuread",
        "\"authority\": \"https://login.microsoftonline.com/" + tenant + "/v2.0\"",
        "properties.authority",
        "not common, organizations or consumers");
  }

  @ParameterizedTest
  @CsvSource({
    "custom, https://169.254.169.254",
    "custom, https://10.0.0.1",
    "custom, https://[::ffff:127.0.0.1]",
    "custom, https://keycloak:8443/realms/a",
    "custom, http://127.0.0.1:8080",
    "google, https://localhost",
    "signicat, https://idp.internal"
  })
  void areNotInTheServersOwnNetwork(String type, String authority) {
    assertRefused(
        type,
        "\"authority\": \"" + authority + "\"",
        "properties.authority",
        "must be at a host of the public internet");
  }

  @ParameterizedTest
  @CsvSource({
    "custom, http://idp.example.com",
    "google, https://user@accounts.google.com",
    "signicat, https://example.signicat.com?a=b"
  })
  void areReachedByTls(String type, String authority) {
    assertRefused(type, "\"authority\": \"" + authority + "\"", "properties.authority", "https");
  }

  @ParameterizedTest
  @CsvSource({
    "custom, email",
    "custom, UPN",
    "custom, preferred_username",
    "google, Email",
    "google, name"
  })
  void knowPeopleByWhatStays(String type, String claim) {
    assertRefused(
        type,
        "\"authority\": \"https://idp.example.com\", \"subjectClaimType\": \"" + claim + "\"",
        "properties.subjectClaimType",
        "never changes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id_token", "code id_token", "token", "Code"})
  void fetchTokensThemselves(String responseType) {
    assertRefused(
        "custom",
        "\"authority\": \"https://idp.example.com\", \"responseType\": \"" + responseType + "\"",
        "properties.responseType",
        "must be code");
  }

  /** Asserts that these properties are refused for one field, at the creation and at a change. */
  private static void assertRefused(String type, String properties, String field, String reason) {
    var body =
        "{\"scheme\": \"%s\", \"displayName\": \"x\", \"properties\": {\"clientId\": \"c\", %s}}"
            .formatted(unique("s"), properties);

    var answer = admin.post("/sso/" + type, body).expect(400);
    var errors = answer.json().getJsonArray("errors").getValuesAs(JsonObject.class);
    assertThat(errors).extracting(error -> error.getString("field")).containsExactly(field);
    assertThat(errors.get(0).getString("message")).contains(reason);
    admin.put("/sso/" + type + "/any", body).expect(400);
  }

  @Test
  void cannotShareAScheme() {
    var scheme = unique("s");
    admin.post("/sso/google", provider(scheme, "https://accounts.google.com", null)).expect(200);

    admin.post("/sso/custom", provider(scheme, "https://idp.example.com", null)).expect(409);
  }

  @Test
  void keepSchemeAndAuthorityWhileSomethingRefersToThem() {
    var provider = rollcall.newProvider();
    var path = "/sso/custom/" + provider.id();

    assertThat(
            admin
                .put(path, provider(unique("s"), "https://idp.example.com", null))
                .expect(409)
                .detail())
        .contains("1 SCIM tokens");
    admin.put(path, provider(provider.scheme(), "https://other.example.com", null)).expect(409);
    admin.put(path, provider(provider.scheme(), "https://idp.example.com", null)).expect(200);
  }

  @Test
  void areDeletedWhenNothingRefersToThem() {
    var provider = rollcall.newProvider();
    var path = "/sso/custom/" + provider.id();
    var user = provider.newUser(unique("u"));
    assertThat(admin.delete(path).expect(409).detail())
        .contains("1 SCIM tokens")
        .contains("1 users and groups");

    admin.delete("/scim/" + provider.tokenId()).expect(204);
    admin.delete(path).expect(409);
    admin.delete(path + "?release=true").expect(204);

    assertThat(rollcall.newProvider().scim().get("/Users/" + user).expect(200).at("/id"))
        .isEqualTo(user);
  }

  @Test
  void ofAnotherTypeAreNotFound() {
    var provider = rollcall.newProvider();

    admin.get("/sso/google/" + provider.id()).expect(404);
    admin.get("/sso/saml/" + provider.id()).expect(404);
    admin.get("/sso/custom/nobody").expect(404);
    admin.post("/sso/saml", "not read").expect(404);
  }

  private static String provider(String scheme, String authority, String secret) {
    return """
        {"scheme": "%s", "displayName": "A provider", "enabled": true, "type": "oidc",
         "properties": {"clientId": "c", "clientSecret": %s, "authority": "%s"}}"""
        .formatted(scheme, secret == null ? null : '"' + secret + '"', authority);
  }
}
