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
    if (text.length() <= LENGTH) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
    return text.substring(0, end) + "…";
  }
}
