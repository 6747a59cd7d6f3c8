package io.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Texts;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Rollcall;
import io.rollcall.web.operations.OpenApi;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiIT {

  private static final String ROOT = Rollcall.running().process().root().toString();

  @Test
  void isThereForEverybody() {
    var answer = new Endpoint(ROOT, null).get("/openapi").expect(200);
    var served = answer.json();

    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/json");
    assertThat(served.getString("openapi")).startsWith("3.1.");
    assertThat(Json.createPointer("/servers").remove(served)).isEqualTo(OpenApi.document());
  }

  @Test
  void namesTheServerAsTheOutsideSeesIt() {
    var served = new Endpoint(ROOT, null).get("/openapi").expect(200);
    assertThat(served.at("/servers/0/url")).isEqualTo(ROOT);

    var elsewhere =
        new Endpoint(ROOT, null)
            .send("GET", "/openapi", null, Map.of("X-Forwarded-Host", "evil.example"))
            .expect(200);
    assertThat(elsewhere.at("/servers/0/url")).isEqualTo(ROOT);
  }

  @Test
  void tellsWhatTheServerTakes() {
    var served = Texts.json(new Endpoint(ROOT, null).get("/openapi").text());

    assertThat(served.getValue("/components/schemas/User/properties/userName/type"))
        .isEqualTo(Json.createValue("string"));
    assertThat(served.getValue("/components/schemas/User/additionalProperties"))
        .isEqualTo(JsonValue.FALSE);
  }
}
