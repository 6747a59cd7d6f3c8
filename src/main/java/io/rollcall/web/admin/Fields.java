package io.rollcall.web.admin;

import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.resource.ComparisonKey;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The members of an admin's JSON body by their types. A wrong type, and a name that nobody asks
 * for, is noted and told together with the constraints that are violated; JSON-B would take {@code
 * "yes"} for false, and {@code expiresat} for nothing, without a word.
 */
final class Fields {

  private final JsonObject object;
  private final String prefix;
  private final Map<String, String> messagesByField;
  private final Set<String> known = new TreeSet<>();
  private final List<Fields> nested = new ArrayList<>();

  Fields(JsonObject object) {
    this(object, "", new HashMap<>());
  }

  private Fields(JsonObject object, String prefix, Map<String, String> messagesByField) {
    this.object = object;
    this.prefix = prefix;
    this.messagesByField = messagesByField;
  }

  /** The string, or null when there is none. */
  String text(String name) {
    return read(name, "a string", Fields::asText);
  }

  /** The string, or the default when there is none. */
  String text(String name, String absent) {
    return Optional.ofNullable(text(name)).orElse(absent);
  }

  /** The boolean, or the default when there is none. */
  boolean flag(String name, boolean absent) {
    return Optional.ofNullable(read(name, "true or false", Fields::asFlag)).orElse(absent);
  }

  /** The time, or null when there is none. */
  Instant time(String name) {
    return read(
        name,
        "a time such as 2030-01-31T12:00:00Z",
        value -> asText(value).flatMap(ComparisonKey::instant));
  }

  /** The strings, or the default when there are none. */
  List<String> texts(String name, List<String> absent) {
    return Optional.ofNullable(read(name, "a list of strings", Fields::asTexts)).orElse(absent);
  }

  /** The object, whatever it has; an empty one when there is none. */
  JsonObject object(String name) {
    var value =
        read(name, "an object", sent -> Optional.of(sent).filter(JsonObject.class::isInstance));
    return value == null ? JsonValue.EMPTY_JSON_OBJECT : value.asJsonObject();
  }

  /** The members of a nested object; none when it is absent. */
  Fields nested(String name) {
    var fields = new Fields(object(name), prefix + name + ".", messagesByField);
    nested.add(fields);
    return fields;
  }

  /** What an answer has and a request may send back; its values are of no meaning. */
  Fields ignoring(String... names) {
    known.addAll(List.of(names));
    return this;
  }

  /** What could not be understood so far, by field, with the fields that nobody has asked for. */
  Map<String, String> misread() {
    noteUnknown();
    return Map.copyOf(messagesByField);
  }

  private void noteUnknown() {
    object.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                messagesByField.put(
                    prefix + Excerpt.of(name),
                    "is no field here; there are " + String.join(", ", known)));
    nested.forEach(Fields::noteUnknown);
  }

  private <T> T read(String name, String expected, Function<JsonValue, Optional<T>> as) {
    known.add(name);
    var value = object.getOrDefault(name, JsonValue.NULL);
    if (value.equals(JsonValue.NULL)) {
      return null;
    }
    var read = as.apply(value);
    if (read.isEmpty()) {
      messagesByField.put(
          prefix + name, "must be %s, not %s".formatted(expected, Excerpt.of(value)));
    }
    return read.orElse(null);
  }

  private static Optional<String> asText(JsonValue value) {
    return value instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
  }

  private static Optional<List<String>> asTexts(JsonValue value) {
    return value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)
        ? Optional.of(array.getValuesAs(JsonString::getString))
        : Optional.empty();
  }

  private static Optional<Boolean> asFlag(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> Optional.of(true);
      case FALSE -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
