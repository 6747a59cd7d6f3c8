package io.rollcall.scim.resource;

import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Simple values (RFC 7643 §2.2), also where they were sent as text. */
public final class SimpleValues {

  private static final int LONGEST_NUMBER = 100;

  /** RFC 8259 §6, with exponents that a BigDecimal can have. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,9})?");

  private SimpleValues() {}

  /**
   * A boolean, also one sent as text: Entra ID sends {@code "True"} for {@code active}, {@code
   * primary} and in value filters. Empty when it is neither.
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
   * that JSON would take as a number, of at most 100 characters. Empty when it is no number.
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

  private static Optional<Boolean> asBoolean(String text) {
    if (text.equalsIgnoreCase("true")) {
      return Optional.of(true);
    }
    return text.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
  }
}
