package io.rollcall.web.scim;

import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.JsonValues;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.resource.SimpleValues;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a client asks of a list, in a URL (RFC 7644 §3.4.2) or in a SearchRequest (§3.4.3).
 *
 * @param filter the filter
 * @param sortBy the attribute to sort by
 * @param sortOrder {@code ascending} or {@code descending}
 * @param startIndex the 1-based index of the first resource; what is below 1 means 1
 * @param count how many resources the page may have; what is below 0 means 0
 * @param cursor the cursor of a page, an empty text for the first one (RFC 9865 §2)
 * @param attributes names joined by commas, or null
 * @param excludedAttributes names joined by commas, or null
 */
record ListRequest(
    Optional<String> filter,
    Optional<String> sortBy,
    Optional<String> sortOrder,
    Optional<Long> startIndex,
    Optional<Long> count,
    Optional<String> cursor,
    String attributes,
    String excludedAttributes) {

  private static final int LONGEST_NUMBER = 100;
  private static final BigDecimal SMALLEST = BigDecimal.valueOf(Integer.MIN_VALUE);
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

  /** Reads a SearchRequest; names in any letter case. */
  static ListRequest of(JsonObject message) {
    return new ListRequest(
        text(message, "filter").filter(text -> !text.isBlank()),
        text(message, "sortBy").filter(text -> !text.isBlank()),
        text(message, "sortOrder"),
        integer(message, "startIndex"),
        integer(message, "count"),
        text(message, "cursor"),
        names(message, "attributes"),
        names(message, "excludedAttributes"));
  }

  private static Optional<String> text(JsonObject message, String name) {
    var value = JsonValues.member(message, name).orElse(JsonValue.NULL);
    if (value.equals(JsonValue.NULL)) {
      return Optional.empty();
    }
    if (value instanceof JsonString string) {
      return Optional.of(string.getString().strip());
    }
    throw wrong(name, "a string", value);
  }

  private static Optional<Long> integer(JsonObject message, String name) {
    var value = JsonValues.member(message, name).orElse(JsonValue.NULL);
    if (value.equals(JsonValue.NULL)) {
      return Optional.empty();
    }
    return value instanceof JsonNumber number
        ? integer(name, number.toString())
        : text(message, name).flatMap(text -> integer(name, text));
  }

  private static String names(JsonObject message, String name) {
    var value = JsonValues.member(message, name).orElse(JsonValue.NULL);
    if (value.equals(JsonValue.NULL)) {
      return null;
    }
    if (value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)) {
      return array.getValuesAs(JsonString.class).stream()
          .map(JsonString::getString)
          .collect(Collectors.joining(","));
    }
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw wrong(name, "an array of strings", value);
  }

  private static ScimException wrong(String name, String expected, JsonValue value) {
    return new ScimException(
        ScimType.INVALID_SYNTAX,
        "%s: expected %s, got %s.".formatted(name, expected, Excerpt.of(value)));
  }

  /**
   * Reads a whole number of at most 100 characters; one that no list can reach counts as the
   * largest, or the smallest.
   */
  static Optional<Long> integer(String name, String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(text.strip())
        .filter(number -> number.length() <= LONGEST_NUMBER)
        .flatMap(ListRequest::wholeNumber)
        .or(
            () -> {
              throw new ScimException(
                  ScimType.INVALID_VALUE,
                  "%s: expected a whole number, got %s.".formatted(name, Excerpt.of(text)));
            });
  }

  /** The digits of {@code 1e999999999} are never written out. */
  private static Optional<Long> wholeNumber(String text) {
    try {
      var number = new BigDecimal(text);
      return SimpleValues.isWhole(number)
          ? Optional.of(number.max(SMALLEST).min(LARGEST).longValueExact())
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  int start() {
    return bounded(startIndex.orElse(1L), 1, Integer.MAX_VALUE);
  }

  int count(int absent, int max) {
    return bounded(count.orElse((long) absent), 0, max);
  }

  private static int bounded(long number, int min, int max) {
    return (int) Math.max(min, Math.min(number, max));
  }

  boolean isDescending() {
    var order = sortOrder.orElse("ascending");
    if (!order.equalsIgnoreCase("ascending") && !order.equalsIgnoreCase("descending")) {
      throw new ScimException(
          ScimType.INVALID_VALUE,
          "sortOrder: expected ascending or descending, got %s.".formatted(Excerpt.of(order)));
    }
    return order.equalsIgnoreCase("descending");
  }
}
