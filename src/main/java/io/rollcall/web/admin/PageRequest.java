package io.rollcall.web.admin;

import io.rollcall.platform.database.Creation;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which page an admin asks for of a list in the order of creation.
 *
 * @param after the last one of the page before
 * @param limit how many at most, from 1 to 200
 */
record PageRequest(Creation after, int limit) {

  private static final Pattern CURSOR = Pattern.compile("([0-9]{1,15})-([0-9a-z-]{1,64})");

  /**
   * Reads {@code limit} and {@code cursor} of a URL.
   *
   * @throws Refusal.Invalid when one of them can't be, or is another one
   */
  static PageRequest read(MultivaluedMap<String, String> query) {
    var parameters = QueryParameters.ofList(query, Set.of());
    return new PageRequest(
        parameters.text(QueryParameters.CURSOR).map(PageRequest::position).orElse(Creation.FIRST),
        parameters.limit());
  }

  /** How many to read: one more tells whether there is a next page. */
  int wanted() {
    return limit + 1;
  }

  /**
   * The answer with what was found.
   *
   * @param name the name of the list in the answer
   * @param position where in the order of creation an element is
   * @param shown an element as the list has it
   */
  <T> Response answer(
      String name,
      List<T> found,
      Function<T, Creation> position,
      Function<T, JsonObjectBuilder> shown) {
    var page = found.subList(0, Math.min(limit, found.size()));
    var elements = SharedJson.createArrayBuilder();
    page.forEach(element -> elements.add(shown.apply(element)));
    var answer = SharedJson.createObjectBuilder().add(name, elements);
    if (found.size() > page.size()) {
      var last = position.apply(page.get(page.size() - 1));
      answer.add("next", last.time().toEpochMilli() + "-" + last.id());
    }
    return JsonAnswer.ok(answer);
  }

  private static Creation position(String cursor) {
    var parts = CURSOR.matcher(cursor);
    if (!parts.matches()) {
      throw new Refusal.Invalid(
          QueryParameters.CURSOR,
          "must be the next of the page before. Leave it out to begin again.");
    }
    return new Creation(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), parts.group(2));
  }
}
