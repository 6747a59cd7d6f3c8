package io.rollcall.scim.resource;

import io.rollcall.scim.message.ScimException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is wrong with one attribute of a payload.
 *
 * @param path the attribute, with its place in an array: {@code emails[1].primary}
 * @param message what was expected, what came, what to do
 * @param isMissing whether it has no value, and must have one
 */
public record Violation(String path, String message, boolean isMissing) {

  private static final Pattern PLACE = Pattern.compile("\\[\\d+]");

  /** What is wrong with a value that came. */
  public Violation(String path, String message) {
    this(path, message, false);
  }

  /** No value came for an attribute that must have one. */
  static Violation missing(String path) {
    return new Violation(
        path,
        "is required, but came without a value. Map an attribute to it that is never empty.",
        true);
  }

  /** The attribute without places: {@code emails.primary}. */
  public String attribute() {
    return PLACE.matcher(path).replaceAll("");
  }

  /** One error, 400 {@code invalidValue}, that tells all violations; there must be one. */
  public static ScimException toException(List<Violation> violations) {
    return new InvalidValues(violations);
  }

  /** All violations in one text. */
  public static String inWords(List<Violation> violations) {
    return violations.stream().map(Violation::toString).collect(Collectors.joining(" "));
  }

  @Override
  public String toString() {
    return path + ": " + message;
  }
}
