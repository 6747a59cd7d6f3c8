package io.rollcall.web.admin;

import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.resource.ComparisonKey;
import io.rollcall.scim.resource.Values;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The members of an admin's JSON body by their types. A wrong type is noted and told together with
 * whatever Bean Validation finds; JSON-B would take {@code "yes"} for false without a word.
 */
final class Fields {

  private final JsonObject object;
  private final String prefix;
  private final Map<String, String> messagesByField;

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

  /** The members of a nested object; none when it is absent. */
  Fields nested(String name) {
    var nested =
        read(name, "an object", value -> Optional.of(value).filter(JsonObject.class::isInstance));
    return new Fields(
        nested == null ? JsonValue.EMPTY_JSON_OBJECT : nested.asJsonObject(),
        prefix + name + ".",
        messagesByField);
  }

  /**
   * Returns the bean that was made of the fields.
   *
   * @throws Refusal.Invalid with all fields that are wrong, each once
   */
  <T> T valid(T bean, Validator validator) {
    for (ConstraintViolation<T> violation : validator.validate(bean)) {
      messagesByField.putIfAbsent(violation.getPropertyPath().toString(), violation.getMessage());
    }
    if (!messagesByField.isEmpty()) {
      throw new Refusal.Invalid(messagesByField);
    }
    return bean;
  }

  private <T> T read(String name, String expected, Function<JsonValue, Optional<T>> as) {
    var value = object.getOrDefault(name, JsonValue.NULL);
    if (value.equals(JsonValue.NULL)) {
      return null;
    }
    var read = as.apply(value);
    if (read.isEmpty()) {
      messagesByField.put(
          prefix + name, "must be %s, not %s".formatted(expected, Values.shown(value)));
    }
    return read.orElse(null);
  }

  private static Optional<String> asText(JsonValue value) {
    return value instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
  }

  private static Optional<Boolean> asFlag(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> Optional.of(true);
      case FALSE -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
