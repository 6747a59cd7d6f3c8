package io.rollcall.scim.resource;

import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.schema.AttributePath;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Questions about single JSON values that several parts of the kernel ask. */
public final class Values {

  private static final int LONGEST_NUMBER = 100;

  /** RFC 8259 §6, with exponents that a BigDecimal can have. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,9})?");

  private Values() {}

  /** The value as a list: the elements of an array, or the value alone. */
  public static List<JsonValue> elements(JsonValue value) {
    return value instanceof JsonArray array ? array : List.of(value);
  }

  /**
   * A boolean, also one sent as text: Entra ID sends {@code "True"} for {@code active}, {@code
   * primary} and in value filters.
   */
  public static Optional<Boolean> asBoolean(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> Optional.of(true);
      case FALSE -> Optional.of(false);
      case STRING -> asBoolean(((JsonString) value).getString());
      default -> Optional.empty();
    };
  }

  /**
   * A number, also one sent as text: Entra ID sends what a directory holds as text. The text is one
   * that JSON would take as a number, of at most 100 characters.
   */
  public static Optional<JsonNumber> asNumber(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return Optional.of(number);
    }
    return value instanceof JsonString string
            && string.getString().length() <= LONGEST_NUMBER
            && NUMBER.matcher(string.getString()).matches()
        ? Optional.of(SharedJson.createValue(new BigDecimal(string.getString())))
        : Optional.empty();
  }

  /** Whether it is a whole number; the digits of {@code 1e999999999} are never written out. */
  public static boolean isWhole(BigDecimal number) {
    return number.scale() <= 0 || number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  /** Whether the value means that there is none: null, an empty string, array or object (§2.5). */
  public static boolean isUnassigned(JsonValue value) {
    return value.equals(JsonValue.NULL)
        || value instanceof JsonString string && string.getString().isEmpty()
        || value instanceof JsonArray array && array.isEmpty()
        || value instanceof JsonObject object && object.isEmpty();
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

  /** The member of a message by its name in any letter case. */
  public static Optional<JsonValue> member(JsonObject message, String name) {
    return message.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The resource with the value of a whole attribute; without it when the value is empty. */
  public static JsonObject put(JsonObject resource, AttributePath path, Optional<JsonValue> value) {
    var name = path.attribute().name();
    if (!path.extension()) {
      return with(resource, name, value);
    }
    var uri = path.schema().id();
    var attributes = resource.getOrDefault(uri, JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
    var changed = with(attributes, name, value);
    return with(resource, uri, Optional.<JsonValue>of(changed).filter(c -> !isUnassigned(c)));
  }

  /** How an error's detail shows what came: shortened, for an admin needs to recognise it only. */
  public static String shown(JsonValue value) {
    return abbreviated(value.toString());
  }

  /** The first 80 characters of a text from outside. */
  public static String abbreviated(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }

  /** Whether every database can hold the string: no U+0000, no lone surrogate. */
  public static boolean isText(String string) {
    return string
        .codePoints()
        .noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static Optional<Boolean> asBoolean(String text) {
    if (text.equalsIgnoreCase("true")) {
      return Optional.of(true);
    }
    return text.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
  }
}
