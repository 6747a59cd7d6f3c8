package io.rollcall.scim.filter;

import static io.rollcall.scim.message.ScimType.INVALID_FILTER;

import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.message.StorableText;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Locale;

/** Reads the tokens of a filter from left to right. */
final class FilterTokens {

  private static final String DELIMITERS = "()[]\" \t";

  private final String text;
  private int position;

  FilterTokens(String text) {
    this.text = text;
  }

  boolean peek(char character) {
    skipBlanks();
    return position < text.length() && text.charAt(position) == character;
  }

  boolean accept(char character) {
    var present = peek(character);
    position += present ? 1 : 0;
    return present;
  }

  void expect(char character) {
    if (!accept(character)) {
      throw invalid("'" + character + "'", rest());
    }
  }

  void expectEnd() {
    skipBlanks();
    if (position < text.length()) {
      throw invalid("the end, or and/or with another term", rest());
    }
  }

  /** Takes {@code and} or {@code or} in any letter case. */
  boolean acceptWord(String keyword) {
    var start = position;
    if (keyword.equalsIgnoreCase(word())) {
      return true;
    }
    position = start;
    return false;
  }

  /** Takes {@code not} when a parenthesis follows; without one it would be an attribute's name. */
  boolean acceptNot() {
    var start = position;
    if (acceptWord("not") && peek('(')) {
      return true;
    }
    position = start;
    return false;
  }

  /** An attribute's name, with its URN and sub-attribute. */
  String name() {
    var name = word();
    if (name.isEmpty()) {
      throw invalid("the name of an attribute", rest());
    }
    return name;
  }

  /** The operand of a comparison: a JSON string, number, boolean or null. */
  JsonValue literal() {
    if (peek('"')) {
      return string();
    }
    var word = word();
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "true" -> JsonValue.TRUE;
      case "false" -> JsonValue.FALSE;
      case "null" -> JsonValue.NULL;
      default -> number(word);
    };
  }

  private JsonValue number(String word) {
    try {
      return SharedJson.createValue(new BigDecimal(word));
    } catch (NumberFormatException e) {
      throw invalid("a string in double quotes, a number, true, false or null", word + rest());
    }
  }

  private JsonValue string() {
    var start = position++;
    while (position < text.length() && text.charAt(position) != '"') {
      position += text.charAt(position) == '\\' ? 2 : 1;
    }
    if (position >= text.length()) {
      position = start;
      throw invalid("a closing double quote", rest());
    }
    position++;
    return parsed(text.substring(start, position));
  }

  private JsonValue parsed(String quoted) {
    try (var reader = SharedJson.createReader(new StringReader(quoted))) {
      var string = (JsonString) reader.readValue();
      if (!StorableText.is(string.getString())) {
        throw invalid("a string without U+0000 and without half surrogate pairs");
      }
      return string;
    } catch (JsonException e) {
      throw invalid("a JSON string", quoted);
    }
  }

  /** What comes before the next blank, bracket or quote; an operator, for one. May be empty. */
  String word() {
    skipBlanks();
    var start = position;
    while (position < text.length() && DELIMITERS.indexOf(text.charAt(position)) < 0) {
      position++;
    }
    return text.substring(start, position);
  }

  private void skipBlanks() {
    while (position < text.length() && " \t".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private String rest() {
    return text.substring(position);
  }

  ScimException invalid(String expected) {
    return new ScimException(
        INVALID_FILTER,
        "The filter may have %s, before character %d.".formatted(expected, position));
  }

  ScimException invalid(String expected, String found) {
    return new ScimException(
        INVALID_FILTER,
        "The filter: expected %s, got %s, before character %d."
            .formatted(expected, found.isBlank() ? "its end" : Excerpt.of(found), position));
  }
}
