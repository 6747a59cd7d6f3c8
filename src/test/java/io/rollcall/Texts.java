package io.rollcall;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;

/** Reads the JSON that tests are written in. */
public final class Texts {

  private Texts() {}

  /** The object that the text holds. */
  public static JsonObject json(String text) {
    return value(text).asJsonObject();
  }

  /** The value that the text holds. */
  public static JsonValue value(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }
}
