package io.rollcall.web.admin;

import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.message.StorableText;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The parameters of an admin's URL. One that is misspelt would mean nothing, without a word. */
final class QueryParameters {

  static final String LIMIT = "limit";
  static final String CURSOR = "cursor";

  private static final int USUAL_LIMIT = 50;
  private static final int MAX_LIMIT = 200;
  private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private final MultivaluedMap<String, String> query;

  /**
   * Takes the parameters.
   *
   * @param known their names
   * @throws Refusal.Invalid when there is another one
   */
  QueryParameters(MultivaluedMap<String, String> query, Set<String> known) {
    this.query = query;
    query.keySet().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new Refusal.Invalid(
                  Excerpt.of(name),
                  known.isEmpty()
                      ? "is unknown. This address takes no parameters."
                      : "is unknown. Send one of " + String.join(", ", new TreeSet<>(known)) + ".");
            });
  }

  /**
   * Sees to it that there are none.
   *
   * @throws Refusal.Invalid when there is one
   */
  static void refuseAny(MultivaluedMap<String, String> query) {
    new QueryParameters(query, Set.of());
  }

  /**
   * The parameters of a list that has pages.
   *
   * @param names those that it knows besides limit and cursor
   */
  static QueryParameters ofList(MultivaluedMap<String, String> query, Set<String> names) {
    var known = new TreeSet<>(names);
    known.addAll(List.of(LIMIT, CURSOR));
    return new QueryParameters(query, known);
  }

  /**
   * The text without blanks around it; empty when there is none.
   *
   * @throws Refusal.Invalid when it came twice, or no database could hold it
   */
  Optional<String> text(String name) {
    if (query.getOrDefault(name, List.of()).size() > 1) {
      throw new Refusal.Invalid(name, "came twice. Send it once.");
    }
    return Optional.ofNullable(query.getFirst(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> storable(name, text));
  }

  private static String storable(String name, String text) {
    if (!StorableText.is(text)) {
      throw new Refusal.Invalid(name, "has a character that no text here has.");
    }
    return text;
  }

  /**
   * The time; empty when there is none.
   *
   * @throws Refusal.Invalid when it isn't one of the years 1970 to 9999
   */
  Optional<Instant> time(String name) {
    return text(name).map(text -> time(name, text));
  }

  private static Instant time(String name, String text) {
    try {
      var time = Instant.parse(text);
      if (time.isAfter(EARLIEST) && time.isBefore(LATEST)) {
        return time;
      }
    } catch (DateTimeParseException e) {
      // Told below, as what no calendar of ours has.
    }
    throw new Refusal.Invalid(name, "must be a time such as 2030-01-31T12:00:00Z");
  }

  /**
   * The number.
   *
   * @param absent what it is when none is sent
   * @param max the greatest that may be sent; the least is 1
   * @throws Refusal.Invalid when it is none of these
   */
  int number(String name, int absent, int max) {
    return text(name)
        .map(
            text -> {
              var number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
              if (number < 1 || number > max) {
                throw new Refusal.Invalid(name, "must be a number from 1 to " + max);
              }
              return number;
            })
        .orElse(absent);
  }

  /**
   * How many a page may have: from 1 to 200, and 50 when nobody says.
   *
   * @throws Refusal.Invalid when it is anything else
   */
  int limit() {
    return number(LIMIT, USUAL_LIMIT, MAX_LIMIT);
  }

  /** What is asked for, wherever the page begins and however many it has. */
  String asked() {
    var asked = new TreeMap<>(query);
    asked.keySet().removeAll(List.of(LIMIT, CURSOR));
    var text = SharedJson.createObjectBuilder();
    asked.forEach((name, values) -> text.add(name, SharedJson.createArrayBuilder(values)));
    return text.build().toString();
  }
}
