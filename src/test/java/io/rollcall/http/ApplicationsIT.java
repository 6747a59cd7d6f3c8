package io.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Secrets;
import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Rollcall;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationsIT {

  private static final String BACK = "https://app.example.com/signed-in";

  private Rollcall tenant;
  private Endpoint admin;

  @BeforeEach
  void makeATenant() {
    tenant = Rollcall.running().newTenant();
    admin = tenant.admin();
  }

  @Test
  void areRegisteredWithASecretThatIsShownOnce() {
    var created = create(Body.application("Payroll"));

    assertThat(created.at("/clientSecret")).matches("rs_[0-9A-Za-z]{43}");
    assertThat(created.at("/clientId")).isEqualTo(created.at("/id"));
    assertThat(created.at("/name")).isEqualTo("Payroll");
    assertThat(created.at("/redirectUris")).isEqualTo("[\"" + BACK + "\"]");
    assertThat(created.at("/grantTypes")).isEqualTo("[\"authorization_code\"]");
    assertThat(created.at("/scopes")).isEqualTo("[\"openid\",\"profile\",\"email\"]");
    assertThat(created.at("/tokenEndpointAuthMethod")).isEqualTo("client_secret_basic");
    assertThat(created.at("/firstParty")).isEqualTo("false");
    assertThat(created.at("/createdBy")).startsWith("adminKey:");
    var shown = admin.get("/applications/" + created.at("/id")).expect(200);
    assertThat(shown.text()).doesNotContain(created.at("/clientSecret"));
    assertThat(shown.at("/secrets/0/id")).isEqualTo(created.at("/secrets/0/id"));
  }

  @Test
  void areListedPageByPageTheOldestFirst() {
    var ids =
        IntStream.range(0, 3)
            .mapToObj(n -> create(Body.application("Application " + n)).at("/id"))
            .toList();

    var first = admin.get("/applications?limit=2").expect(200);
    var second = admin.get("/applications?limit=2&cursor=" + first.at("/next")).expect(200);

    assertThat(ids(first)).containsExactlyElementsOf(ids.subList(0, 2));
    assertThat(ids(second)).containsExactly(ids.get(2));
    assertThat(second.has("/next")).isFalse();
  }

  @Test
  void areDescribedAnewByWhatAnAnswerHas() {
    var created = create(Body.application("Payroll", "grantTypes", List.of("client_credentials")));
    var path = "/applications/" + created.at("/id");
    var shown = admin.get(path).expect(200);

    assertThat(admin.put(path, shown.text()).expect(200).text()).isEqualTo(shown.text());
    var renamed =
        admin
            .put(path, Body.application("Wages", "firstParty", true, "scopes", List.of("a:b")))
            .expect(200);

    assertThat(renamed.at("/name")).isEqualTo("Wages");
    assertThat(renamed.at("/firstParty")).isEqualTo("true");
    assertThat(renamed.at("/scopes")).isEqualTo("[\"a:b\"]");
    assertThat(renamed.at("/grantTypes")).isEqualTo("[\"authorization_code\"]");
    assertThat(renamed.at("/secrets/0/id")).isEqualTo(created.at("/secrets/0/id"));
    assertThat(admin.get(path).expect(200).text()).isEqualTo(renamed.text());
  }

  @Test
  void haveTwoSecretsSideBySideAndNoThird() {
    var created = create(Body.application("Payroll"));
    var path = "/applications/" + created.at("/id") + "/secrets";

    var second = admin.send("POST", path, null, Map.of()).expect(200);
    Secrets.seen(second.at("/clientSecret"));
    assertThat(second.at("/clientSecret")).isNotEqualTo(created.at("/clientSecret"));
    assertThat(admin.post(path, "").expect(409).detail()).contains("two secrets");

    admin.delete(path + "/" + created.at("/secrets/0/id")).expect(204);
    admin.delete(path + "/" + created.at("/secrets/0/id")).expect(404);
    assertThat(secrets(created.at("/id"))).containsExactly(second.at("/id"));
    Secrets.seen(admin.post(path, "").expect(200).at("/clientSecret"));
  }

  @Test
  void haveNoSecretWhenTheyArePublic() {
    var created =
        create(
            Body.object(
                "name",
                "On a phone",
                "redirectUris",
                List.of("com.example.app:/signed-in", "http://127.0.0.1/signed-in"),
                "tokenEndpointAuthMethod",
                "none"));

    assertThat(created.has("/clientSecret")).isFalse();
    assertThat(created.at("/secrets")).isEqualTo("[]");
    var path = "/applications/" + created.at("/id");
    assertThat(admin.post(path + "/secrets", "").expect(409).detail()).contains("public");
    admin.put(path, Body.application("On a phone")).expect(200);
    Secrets.seen(admin.post(path + "/secrets", "").expect(200).at("/clientSecret"));
    var back = Body.application("On a phone", "tokenEndpointAuthMethod", "none");
    assertThat(admin.put(path, back).expect(409).detail()).contains("Delete them");
  }

  @Test
  void goWithTheirSecrets() {
    var created = create(Body.application("Payroll"));
    var path = "/applications/" + created.at("/id");

    admin.delete(path).expect(204);

    admin.get(path).expect(404);
    admin.delete(path).expect(404);
    admin.put(path, Body.application("Payroll")).expect(404);
    admin.post(path + "/secrets", "").expect(404);
    assertThat(ids(admin.get("/applications").expect(200))).isEmpty();
  }

  @Test
  void stayWithinTheirTenant() {
    var created = create(Body.application("Payroll"));
    var other = Rollcall.running().newTenant().admin();
    var path = "/applications/" + created.at("/id");

    other.get(path).expect(404);
    other.put(path, Body.application("Mine")).expect(404);
    other.delete(path).expect(404);
    other.post(path + "/secrets", "").expect(404);
    other.delete(path + "/secrets/" + created.at("/secrets/0/id")).expect(404);
    assertThat(ids(other.get("/applications").expect(200))).isEmpty();
    assertThat(admin.get(path).expect(200).at("/name")).isEqualTo("Payroll");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://app.example.com/",
        "https://app.example.com/#x",
        "https://user@app.example.com/",
        "https:///x",
        "https:app.example.com",
        "//app.example.com/",
        "/signed-in",
        "https://app.example.com/ x",
        "https://*.example.com/",
        "javascript:alert(1)",
        "data:text/html,x",
        "com.example.app:/signed-in",
        "http://localhost.example.com/",
        "http://127.0.0.1.example.com/",
        "",
      })
  void haveNoAddressThatAnybodyElseCouldRead(String address) {
    for (var field : List.of("redirectUris", "postLogoutRedirectUris")) {
      refuses(Body.application("Payroll", field, List.of(BACK, address)), field);
    }
    refuses(Body.application("Payroll", "backchannelLogoutUri", address), "backchannelLogoutUri");
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "app:/x", "com.example.app:x", "a.b://host/x"})
  void mayHaveASchemeOfTheirOwnOnlyAsNobodyElseHas(String address) {
    refuses(
        Body.application(
            "On a phone", "tokenEndpointAuthMethod", "none", "redirectUris", List.of(address)),
        "redirectUris");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"name": "x"}                                                                | redirectUris
          {"redirectUris": ["https://a.example/"]}                                     | name
          {"name": "x", "grantTypes": ["implicit"]}                                    | grantTypes
          {"name": "x", "grantTypes": []}                                              | grantTypes
          {"name": "x", "grantTypes": ["refresh_token"]}                               | grantTypes
          {"name": "x", "grantTypes": "client_credentials"}                            | grantTypes
          {"name": "x", "grantTypes": ["client_credentials", "client_credentials"]}    | grantTypes
          {"name": "x", "grantTypes": ["client_credentials"], "scopes": ["a b"]}       | scopes
          {"name": "x", "grantTypes": ["client_credentials"], "scopes": [""]}          | scopes
          {"name": "x", "grantTypes": ["client_credentials"], "scopes": [1]}           | scopes
          {"name": "x", "grantTypes": ["client_credentials"], "firstParty": "yes"}     | firstParty
          {"name": "x", "grantTypes": ["client_credentials"], "redirect_uris": []}     | redirect_uris
          {"name": "x", "grantTypes": ["client_credentials"], "tokenEndpointAuthMethod": "private_key_jwt"} | tokenEndpointAuthMethod
          {"name": "x", "grantTypes": ["client_credentials"], "tokenEndpointAuthMethod": "none"} | grantTypes
          """)
  void areRefusedWhenTheyDoNotFitTogether(String description, String field) {
    refuses(description, field);
    assertThat(ids(admin.get("/applications").expect(200))).isEmpty();
  }

  @Test
  void haveSoManyAddressesAndNoMore() {
    var addresses = IntStream.range(0, 51).mapToObj(n -> BACK + "/" + n).toList();

    create(Body.application("Payroll", "redirectUris", addresses.subList(0, 50)));
    refuses(Body.application("Payroll", "redirectUris", addresses), "redirectUris");
    var longest = BACK + "/" + "x".repeat(2_000 - BACK.length() - 1);
    create(Body.application("Payroll", "redirectUris", List.of(longest)));
    refuses(Body.application("Payroll", "redirectUris", List.of(longest + "x")), "redirectUris");
  }

  private Answer create(String description) {
    var created = admin.post("/applications", description).expect(200);
    if (created.has("/clientSecret")) {
      Secrets.seen(created.at("/clientSecret"));
    }
    return created;
  }

  private void refuses(String description, String field) {
    var answer = admin.post("/applications", description).expect(400);
    assertThat(answer.json().getJsonArray("errors").getValuesAs(JsonObject.class))
        .as(answer.text())
        .extracting(error -> error.getString("field"))
        .contains(field);
  }

  private List<String> secrets(String id) {
    return admin
        .get("/applications/" + id)
        .expect(200)
        .json()
        .getJsonArray("secrets")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(secret -> secret.getString("id"))
        .toList();
  }

  private static List<String> ids(Answer page) {
    return page.json().getJsonArray("applications").getValuesAs(JsonObject.class).stream()
        .map(application -> application.getString("id"))
        .toList();
  }
}
