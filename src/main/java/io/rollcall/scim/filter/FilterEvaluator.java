package io.rollcall.scim.filter;

import io.rollcall.scim.filter.Filter.And;
import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Filter.Not;
import io.rollcall.scim.filter.Filter.Or;
import io.rollcall.scim.filter.Filter.Present;
import io.rollcall.scim.filter.Filter.ValuePath;
import io.rollcall.scim.message.JsonValues;
import io.rollcall.scim.resource.ComparisonKey;
import io.rollcall.scim.resource.Unassigned;
import io.rollcall.scim.schema.AttributePath;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Evaluates filters in memory. */
public final class FilterEvaluator {

  private FilterEvaluator() {}

  /** Whether the resource, in the form in which a client sees it, matches. */
  public static boolean matches(Filter filter, JsonObject resource) {
    return decide(filter, term -> matchesTerm(term, resource));
  }

  private static boolean matchesTerm(Filter term, JsonObject resource) {
    if (term instanceof Present present) {
      return !values(present.path(), resource).isEmpty();
    }
    if (term instanceof Compare compare) {
      return values(compare.path(), resource).stream().anyMatch(value -> holds(compare, value));
    }
    var valuePath = (ValuePath) term;
    return elements(valuePath.path(), resource).stream()
        .anyMatch(element -> matchesElement(valuePath.filter(), element));
  }

  /**
   * Whether one value of a multi-valued attribute matches the filter in its brackets. The filter's
   * paths are those of the sub-attributes.
   */
  public static boolean matchesElement(Filter filter, JsonValue element) {
    return decide(filter, term -> matchesPart(term, element));
  }

  private static boolean matchesPart(Filter term, JsonValue element) {
    if (term instanceof Present present) {
      return part(present.path(), element).isPresent();
    }
    return term instanceof Compare compare
        && part(compare.path(), element).filter(value -> holds(compare, value)).isPresent();
  }

  /** The logic of a filter, whose terms are decided elsewhere. */
  private static boolean decide(Filter filter, Predicate<Filter> term) {
    if (filter instanceof And and) {
      return decide(and.left(), term) && decide(and.right(), term);
    }
    if (filter instanceof Or or) {
      return decide(or.left(), term) || decide(or.right(), term);
    }
    return filter instanceof Not not ? !decide(not.filter(), term) : term.test(filter);
  }

  private static boolean holds(Compare compare, JsonValue value) {
    return ComparisonKey.of(compare.path().target(), value)
        .filter(key -> compare.operator().holds(key, compare.operand()))
        .isPresent();
  }

  private static List<JsonValue> values(AttributePath path, JsonObject resource) {
    return elements(path, resource).stream()
        .flatMap(element -> part(path, element).stream())
        .toList();
  }

  private static List<JsonValue> elements(AttributePath path, JsonObject resource) {
    return path.get(resource).map(JsonValues::elements).orElse(List.of()).stream()
        .filter(element -> !Unassigned.is(element))
        .toList();
  }

  private static Optional<JsonValue> part(AttributePath path, JsonValue element) {
    if (path.subAttribute().isEmpty()) {
      return Optional.of(element);
    }
    return element instanceof JsonObject object
        ? Optional.ofNullable(object.get(path.target().name()))
        : Optional.empty();
  }
}
