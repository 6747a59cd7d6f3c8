package io.rollcall.scim.resource;

import io.rollcall.scim.schema.Attribute;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Turns an attribute's value into a text, so that comparing texts by code point compares the
 * values: strings by the attribute's {@code caseExact}, numbers by size, times as instants.
 *
 * <p>The directory stores these keys beside a resource, and a filter's operand becomes such a key
 * too. That the database and the evaluation in memory agree rests on this class alone.
 */
public final class ComparisonKey {

  private static final long EXPONENT_OFFSET = 5_000_000_000L;
  private static final int FIRST_PAIRED = 0xE000;
  private static final int FIRST_HIGH = 0xE000;
  private static final int FIRST_LOW = 0xE800;
  private static final int LOW_BITS = 11;
  private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000);

  private ComparisonKey() {}

  /** The key of a value; empty when the value isn't of the attribute's type. */
  public static Optional<String> of(Attribute attribute, JsonValue value) {
    return switch (attribute.type()) {
      case STRING, REFERENCE -> text(value).map(text -> of(attribute, text));
      case BINARY -> text(value).map(ComparisonKey::digest);
      case BOOLEAN -> SimpleValues.asBoolean(value).map(Object::toString);
      case INTEGER, DECIMAL ->
          SimpleValues.asNumber(value).map(number -> number(number.bigDecimalValue()));
      case DATE_TIME -> text(value).flatMap(ComparisonKey::instant).map(ComparisonKey::number);
      case COMPLEX -> Optional.empty();
    };
  }

  /** The key of a string by the attribute's letter case rule. */
  public static String of(Attribute attribute, String text) {
    return ordered(attribute.caseExact() ? text : CaseFolding.fold(text));
  }

  /**
   * Writes each code point from U+E000 on as two private-use characters of disjoint ranges. H2
   * orders texts by UTF-16 unit and PostgreSQL by code point; of such a text both orders are the
   * same, and its parts are found in it only where they were.
   */
  private static String ordered(String text) {
    if (text.chars().allMatch(unit -> unit < Character.MIN_SURROGATE)) {
      return text;
    }
    var ordered = new StringBuilder(text.length() * 2);
    text.codePoints()
        .forEach(
            codePoint -> {
              if (codePoint < FIRST_PAIRED) {
                ordered.appendCodePoint(codePoint);
              } else {
                var offset = codePoint - FIRST_PAIRED;
                ordered.append((char) (FIRST_HIGH + (offset >> LOW_BITS)));
                ordered.append((char) (FIRST_LOW + (offset & (1 << LOW_BITS) - 1)));
              }
            });
    return ordered.toString();
  }

  /**
   * Reads xsd:dateTime (RFC 7643 §2.3.5) with a year of four digits; without a zone it is taken as
   * UTC. Empty when the text is none.
   */
  public static Optional<Instant> instant(String dateTime) {
    if (!dateTime.matches("\\d{4}-.*")) {
      return Optional.empty();
    }
    try {
      var parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              dateTime, OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          parsed instanceof OffsetDateTime withZone
              ? withZone.toInstant()
              : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Stands for a text that is only ever equal or not, and may be large: 64 hexadecimal digits. */
  public static String digest(String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static Optional<String> text(JsonValue value) {
    return value instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
  }

  private static String number(Instant instant) {
    return number(
        BigDecimal.valueOf(instant.getEpochSecond())
            .add(BigDecimal.valueOf(instant.getNano()).divide(NANOS_PER_SECOND)));
  }

  /** Sign, decimal exponent, digits; of a negative number the complements of both, then a tilde. */
  static String number(BigDecimal number) {
    if (number.signum() == 0) {
      return "1";
    }
    var digits = withoutTrailingZeros(number.unscaledValue().abs().toString());
    var exponent = EXPONENT_OFFSET + number.precision() - number.scale();
    return number.signum() > 0
        ? "2%010d%s".formatted(exponent, digits)
        : "0" + complement("%010d%s".formatted(exponent, digits)) + "~";
  }

  /** As text, for a scale can be so large that no number without the zeros has it. */
  private static String withoutTrailingZeros(String digits) {
    var end = digits.length();
    while (end > 1 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, end);
  }

  private static String complement(String digits) {
    var complement = new StringBuilder(digits.length());
    digits.chars().forEach(digit -> complement.append((char) ('0' + '9' - digit)));
    return complement.toString();
  }
}
