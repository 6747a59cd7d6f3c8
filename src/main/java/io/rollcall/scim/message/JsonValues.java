package io.rollcall.scim.message;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks into JSON values, and makes others of them: these themselves never change. */
public final class JsonValues {

  private JsonValues() {}

  /** The value as a list: the elements of an array, or the value alone. */
  public static List<JsonValue> elements(JsonValue value) {
    return value instanceof JsonArray array ? array : List.of(value);
  }

  /** The member of a message by its name in any letter case; the first of several. */
  public static Optional<JsonValue> member(JsonObject message, String name) {
    return message.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The object with one member set; removed when the value is empty. */
  public static JsonObject with(JsonObject object, String member, Optional<JsonValue> value) {
    var builder = SharedJson.createObjectBuilder(object);
    value.ifPresentOrElse(
        present -> builder.add(member, present),
        () -> {
          if (object.containsKey(member)) {
            builder.remove(member);
          }
        });
    return builder.build();
  }

  /** The object with the members of another one, which win. */
  public static JsonObject merged(JsonObject object, JsonObject other) {
    return SharedJson.createObjectBuilder(object)
        .addAll(SharedJson.createObjectBuilder(other))
        .build();
  }
}
