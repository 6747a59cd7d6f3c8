package io.rollcall.web.admin;

import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.message.StorableText;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The parameters of a list in an admin's URL, each at most once. */
final class QueryParameters {

  static final String LIMIT = "limit";
  static final String CURSOR = "cursor";

  private static final int USUAL_LIMIT = 50;
  private static final int MAX_LIMIT = 200;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private final MultivaluedMap<String, String> query;

  /**
   * The parameters of a list that has pages.
   *
   * @param names those that it knows besides limit and cursor
   * @throws Refusal.Invalid when there is another one: misspelt it would narrow nothing, without a
   *     word
   */
  QueryParameters(MultivaluedMap<String, String> query, Set<String> names) {
    this.query = query;
    var known = new TreeSet<>(names);
    known.addAll(List.of(LIMIT, CURSOR));
    query.keySet().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new Refusal.Invalid(
                  Excerpt.of(name), "is unknown. Send one of " + String.join(", ", known) + ".");
            });
  }

  /**
   * A parameter's text without blanks around it; empty when there is none.
   *
   * @throws Refusal.Invalid when it came twice, or can't be stored
   */
  Optional<String> text(String name) {
    if (query.getOrDefault(name, List.of()).size() > 1) {
      throw new Refusal.Invalid(name, "came twice. Send it once.");
    }
    var text =
        Optional.ofNullable(query.getFirst(name)).map(String::strip).filter(t -> !t.isEmpty());
    if (text.filter(t -> !StorableText.is(t)).isPresent()) {
      throw new Refusal.Invalid(name, "has a character that no text here has.");
    }
    return text;
  }

  /**
   * How many a page may have, from 1 to {@value #MAX_LIMIT}.
   *
   * @throws Refusal.Invalid when it is anything else
   */
  int limit() {
    return text(LIMIT).map(QueryParameters::limit).orElse(USUAL_LIMIT);
  }

  private static int limit(String text) {
    var limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new Refusal.Invalid(LIMIT, "must be a number from 1 to " + MAX_LIMIT);
    }
    return limit;
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
