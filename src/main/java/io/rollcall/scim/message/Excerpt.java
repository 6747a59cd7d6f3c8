package io.rollcall.scim.message;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** How an error's detail shows what came: its beginning, by which an admin recognises it. */
public final class Excerpt {

  private static final int LENGTH = 80;

  private Excerpt() {}

  /**
   * The first 80 characters of the value as JSON. Of objects and lists, and of texts that have
   * such, only that they are: a secret could be among what they have.
   */
  public static String of(JsonValue value) {
    return switch (value.getValueType()) {
      case OBJECT -> value.asJsonObject().isEmpty() ? "{}" : "an object";
      case ARRAY -> value.asJsonArray().isEmpty() ? "[]" : "a list";
      case STRING ->
          ((JsonString) value).getString().matches("(?s)\\s*[\\[{].*")
              ? "a text that begins as JSON"
              : of(value.toString());
      default -> of(value.toString());
    };
  }

  /** The first 80 characters of the text; an ellipsis follows if there are more. */
  public static String of(String text) {
    return of(text, LENGTH);
  }

  /** The first characters of the text, so many; an ellipsis follows if there are more. */
  public static String of(String text, int length) {
    return text.length() <= length ? text : beginning(text, length) + "…";
  }

  /** The first characters of the text, at most so many, and no half of a surrogate pair. */
  public static String beginning(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }
}
