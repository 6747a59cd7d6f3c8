package io.rollcall.scim.resource;

import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with one attribute of a payload.
 *
 * @param path the attribute, with its place in an array: {@code emails[1].primary}
 * @param message what was expected, what came, what to do
 */
public record Violation(String path, String message) {

  /** One error, 400 {@code invalidValue}, that tells all violations; there must be one. */
  public static ScimException toException(List<Violation> violations) {
    return new ScimException(ScimType.INVALID_VALUE, inWords(violations));
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
