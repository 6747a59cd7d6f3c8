package io.rollcall.scim.message;

import jakarta.json.JsonValue;

/** How an error's detail shows what came: its beginning, by which an admin recognises it. */
public final class Excerpt {

  private static final int LENGTH = 80;

  private Excerpt() {}

  /** The first 80 characters of the value as JSON. */
  public static String of(JsonValue value) {
    return of(value.toString());
  }

  /** The first 80 characters of the text; an ellipsis follows if there are more. */
  public static String of(String text) {
    return text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "…";
  }
}
