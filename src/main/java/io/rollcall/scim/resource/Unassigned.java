package io.rollcall.scim.resource;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Values that mean that there is none (RFC 7643 §2.5). */
public final class Unassigned {

  private Unassigned() {}

  /** Whether the value is one: null, an empty string, array or object. */
  public static boolean is(JsonValue value) {
    return value.equals(JsonValue.NULL)
        || value instanceof JsonString string && string.getString().isEmpty()
        || value instanceof JsonArray array && array.isEmpty()
        || value instanceof JsonObject object && object.isEmpty();
  }
}
