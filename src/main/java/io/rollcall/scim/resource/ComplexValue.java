package io.rollcall.scim.resource;

import io.rollcall.scim.message.JsonValues;
import io.rollcall.scim.schema.Attribute;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Changes parts of a complex attribute with one value. */
public final class ComplexValue {

  private ComplexValue() {}

  /**
   * The attribute's value with these parts changed; empty when nothing is left.
   *
   * @param parts by their names; empty where one shall go
   */
  public static Optional<JsonValue> changed(
      Optional<JsonValue> current, Map<String, Optional<JsonValue>> parts) {
    var before = current.map(JsonValue::asJsonObject).orElse(JsonValue.EMPTY_JSON_OBJECT);
    var after = before;
    for (var part : parts.entrySet()) {
      after = JsonValues.with(after, part.getKey(), part.getValue());
    }
    return Optional.<JsonValue>of(agreeing(before, after, parts.keySet()))
        .filter(value -> !Unassigned.is(value));
  }

  /**
   * A reference names the resource that the value is the id of: what outlived its other half goes.
   */
  private static JsonObject agreeing(JsonObject before, JsonObject after, Set<String> changed) {
    if (!changed.contains(Attribute.REF) && differ(before, after, Attribute.VALUE)) {
      return agree(after) ? after : without(after, Attribute.REF);
    }
    return !changed.contains(Attribute.VALUE)
            && after.containsKey(Attribute.REF)
            && differ(before, after, Attribute.REF)
            && !agree(after)
        ? without(after, Attribute.VALUE)
        : after;
  }

  private static boolean differ(JsonObject before, JsonObject after, String part) {
    return !Objects.equals(before.get(part), after.get(part));
  }

  private static boolean agree(JsonObject value) {
    return value.get(Attribute.REF) instanceof JsonString reference
        && value.get(Attribute.VALUE) instanceof JsonString id
        && reference.getString().endsWith("/" + id.getString());
  }

  private static JsonObject without(JsonObject value, String part) {
    return JsonValues.with(value, part, Optional.empty());
  }
}
