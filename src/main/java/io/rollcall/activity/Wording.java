package io.rollcall.activity;

import io.rollcall.scim.message.Excerpt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places for facts. {@code {value}} is a place, {@code {other|another provider}}
 * one that has words of its own without its fact; a part in square brackets is left out unless all
 * of its places have facts. {@code {own?}} must have a fact, which isn't shown.
 *
 * <p>A fact is put in as it is, and is never looked at for places: it comes from outside.
 *
 * @param alternatives the first is taken whose places have facts; the last needs none
 */
record Wording(List<String> alternatives) {

  private static final int LONGEST_FACT = 500;

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?:(\\?)|\\|([^}]*))?}");
  private static final Pattern PART = Pattern.compile("\\[([^\\]]*)]|" + PLACE.pattern());

  static Wording of(String... alternatives) {
    return new Wording(List.of(alternatives));
  }

  /** The sentence with these facts; one that is blank is none. */
  String with(Map<String, String> facts) {
    return alternatives.stream()
        .flatMap(text -> filled(text, facts).stream())
        .findFirst()
        .orElseThrow();
  }

  /** Empty when a place has no fact. */
  private static Optional<String> filled(String text, Map<String, String> facts) {
    return replaced(
        PART,
        text,
        part ->
            part.group(1) == null
                ? shown(part.group(2), part.group(3) != null, part.group(4), facts)
                : inBrackets(part.group(1), facts).or(() -> Optional.of("")));
  }

  private static Optional<String> inBrackets(String text, Map<String, String> facts) {
    return replaced(
        PLACE, text, place -> shown(place.group(1), place.group(2) != null, place.group(3), facts));
  }

  private static Optional<String> shown(
      String place, boolean isOnlyAsked, String otherwise, Map<String, String> facts) {
    return Optional.ofNullable(facts.get(place))
        .filter(fact -> !fact.isBlank())
        .map(fact -> isOnlyAsked ? "" : Excerpt.of(Words.plain(fact.strip()), LONGEST_FACT))
        .or(() -> Optional.ofNullable(otherwise));
  }

  private static Optional<String> replaced(Pattern pattern, String text, Replacement replacement) {
    var found = pattern.matcher(text);
    var filled = new StringBuilder();
    while (found.find()) {
      var words = replacement.of(found.toMatchResult());
      if (words.isEmpty()) {
        return Optional.empty();
      }
      found.appendReplacement(filled, Matcher.quoteReplacement(words.get()));
    }
    return Optional.of(found.appendTail(filled).toString());
  }

  private interface Replacement {
    Optional<String> of(MatchResult part);
  }
}
