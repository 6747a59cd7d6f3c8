package io.rollcall.scim.message;

import static io.rollcall.scim.message.ScimType.INVALID_SYNTAX;

/**
 * One pass over JSON text that counts what {@link JsonLimits} bound. It doesn't check the grammar:
 * that is the parser's work, which may then rely on the limits.
 */
final class JsonScan {

  private static final String NUMBER_CHARACTERS = "+-.eE0123456789";

  private final String text;
  private final JsonLimits limits;
  private int position;
  private int depth;
  private int values;

  JsonScan(String text, JsonLimits limits) {
    this.text = text;
    this.limits = limits;
  }

  /** Returns how many values there are. */
  int check() {
    while (position < text.length()) {
      var character = text.charAt(position++);
      switch (character) {
        case '{', '[' -> enter();
        case '}', ']' -> leave();
        case '"' -> string();
        case ',' -> count();
        default -> {
          if (character == '-' || Character.isDigit(character)) {
            number();
          }
        }
      }
    }
    return values;
  }

  private void count() {
    if (++values > limits.values()) {
      throw invalid("has more than %d values".formatted(limits.values()));
    }
  }

  private void enter() {
    count();
    if (++depth > limits.depth()) {
      throw invalid("is nested deeper than %d levels".formatted(limits.depth()));
    }
  }

  /** Some parsers stop reading at the end of the object and don't see what follows. */
  private void leave() {
    if (--depth == 0 && !text.substring(position).isBlank()) {
      throw invalid("goes on behind the object");
    }
  }

  private void number() {
    var start = position - 1;
    while (position < text.length() && NUMBER_CHARACTERS.indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    if (position - start > limits.numberLength()) {
      throw invalid("has a number of more than %d characters".formatted(limits.numberLength()));
    }
  }

  private void string() {
    var start = position;
    char previous = 0;
    while (position < text.length() && text.charAt(position) != '"') {
      var character = text.charAt(position++) == '\\' ? escaped() : text.charAt(position - 1);
      refuseUnpaired(previous, character);
      previous = character;
      if (position - start > limits.stringLength()) {
        throw invalid("has a string of more than %d characters".formatted(limits.stringLength()));
      }
    }
    refuseUnpaired(previous, '"');
    position++;
  }

  /** The escaped character; any ordinary one stands for the escapes without {@code u}. */
  private char escaped() {
    if (position >= text.length() || text.charAt(position++) != 'u') {
      return ' ';
    }
    var end = position + 4;
    if (end > text.length()) {
      throw invalid("has an incomplete \\u escape");
    }
    try {
      var character = (char) Integer.parseInt(text, position, end, 16);
      position = end;
      if (character == 0) {
        throw invalid("has the character U+0000, which no text may hold");
      }
      return character;
    } catch (NumberFormatException e) {
      throw invalid("has a \\u escape without four hexadecimal digits");
    }
  }

  private void refuseUnpaired(char previous, char next) {
    if (Character.isHighSurrogate(previous) != Character.isLowSurrogate(next)) {
      throw invalid("has half of a surrogate pair");
    }
  }

  private ScimException invalid(String what) {
    return new ScimException(
        INVALID_SYNTAX, "The JSON text %s, before character %d.".formatted(what, position));
  }
}
