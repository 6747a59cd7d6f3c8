package io.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Texts;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the server answered. */
record Answer(String request, int status, HttpHeaders headers, String text, Duration duration) {

  /** Asserts the status; the failure shows what came. */
  Answer expect(int expected) {
    assertThat(status).as("%s: %s", request, text).isEqualTo(expected);
    return this;
  }

  /** Asserts a SCIM error (RFC 7644 §3.12) with that keyword, or with none if null. */
  Answer expectError(int expectedStatus, String scimType) {
    expect(expectedStatus);
    assertThat(headers.firstValue("Content-Type").orElse("")).startsWith("application/scim+json");
    assertThat(json().getJsonArray("schemas").getString(0))
        .isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
    assertThat(json().getString("status")).isEqualTo(Integer.toString(expectedStatus));
    assertThat(json().getString("scimType", null)).as(text).isEqualTo(scimType);
    assertThat(detail()).isNotBlank();
    return this;
  }

  String detail() {
    return json().getString("detail");
  }

  JsonObject json() {
    return Texts.json(text);
  }

  JsonArray array() {
    return Texts.value(text).asJsonArray();
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The text of the string at a JSON pointer, or the JSON text of what else is there. */
  String at(String pointer) {
    var value = Json.createPointer(pointer).getValue(json());
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  boolean has(String pointer) {
    return Json.createPointer(pointer).containsValue(json());
  }

  int totalResults() {
    return json().getInt("totalResults");
  }

  List<JsonObject> resources() {
    return json().getJsonArray("Resources").getValuesAs(JsonObject.class);
  }

  /** The ids of the listed resources, in order. */
  List<String> ids() {
    return resources().stream().map(resource -> resource.getString("id")).toList();
  }

  /** The id of the resource that an operation of a bulk request was about. */
  static String idOf(JsonObject operation) {
    var location = operation.getString("location");
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** The values of a multi-valued attribute: the ids of members or groups. */
  List<String> values(String attribute) {
    return values(json(), attribute);
  }

  /** The values of a multi-valued attribute of a resource. */
  static List<String> values(JsonObject resource, String attribute) {
    return resource.getOrDefault(attribute, JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
        .map(element -> element.asJsonObject().getString("value"))
        .toList();
  }
}
