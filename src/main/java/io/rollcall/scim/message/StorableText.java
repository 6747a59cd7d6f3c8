package io.rollcall.scim.message;

/** Texts that every database can hold. */
public final class StorableText {

  private StorableText() {}

  /** Whether the text is one: it has no U+0000 and no half of a surrogate pair. */
  public static boolean is(String text) {
    return text.codePoints()
        .noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
