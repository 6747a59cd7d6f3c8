package io.rollcall.scim.filter;

import io.rollcall.scim.filter.Filter.And;
import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Filter.Not;
import io.rollcall.scim.filter.Filter.Or;
import io.rollcall.scim.filter.Filter.Present;
import io.rollcall.scim.filter.Filter.ValuePath;
import io.rollcall.scim.resource.ComparisonKey;
import io.rollcall.scim.resource.Values;
import io.rollcall.scim.schema.AttributePath;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Evaluates filters in memory. */
public final class FilterEvaluator {

  private FilterEvaluator() {}

  /** Whether the resource, in the form in which a client sees it, matches. */
  public static boolean matches(Filter filter, JsonObject resource) {
    if (filter instanceof And and) {
      return matches(and.left(), resource) && matches(and.right(), resource);
    }
    if (filter instanceof Or or) {
      return matches(or.left(), resource) || matches(or.right(), resource);
    }
    if (filter instanceof Not not) {
      return !matches(not.filter(), resource);
    }
    if (filter instanceof Present present) {
      return !values(present.path(), resource).isEmpty();
    }
    if (filter instanceof Compare compare) {
      return values(compare.path(), resource).stream().anyMatch(value -> holds(compare, value));
    }
    var valuePath = (ValuePath) filter;
    return elements(valuePath.path(), resource).stream()
        .anyMatch(element -> matchesElement(valuePath.filter(), element));
  }

  /**
   * Whether one value of a multi-valued attribute matches the filter in its brackets. The filter's
   * paths are those of the sub-attributes.
   */
  public static boolean matchesElement(Filter filter, JsonValue element) {
    if (filter instanceof And and) {
      return matchesElement(and.left(), element) && matchesElement(and.right(), element);
    }
    if (filter instanceof Or or) {
      return matchesElement(or.left(), element) || matchesElement(or.right(), element);
    }
    if (filter instanceof Not not) {
      return !matchesElement(not.filter(), element);
    }
    if (filter instanceof Present present) {
      return part(present.path(), element).isPresent();
    }
    if (filter instanceof Compare compare) {
      return part(compare.path(), element).filter(value -> holds(compare, value)).isPresent();
    }
    return false;
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
    return path.attributeValue(resource).map(Values::elements).orElse(List.of()).stream()
        .filter(element -> !Values.isUnassigned(element))
        .toList();
  }

  private static Optional<JsonValue> part(AttributePath path, JsonValue element) {
    if (path.subAttribute() == null) {
      return Optional.of(element);
    }
    return element instanceof JsonObject object
        ? Optional.ofNullable(object.get(path.subAttribute().name()))
        : Optional.empty();
  }
}
