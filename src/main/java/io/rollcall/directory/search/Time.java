package io.rollcall.directory.search;

import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.resource.ComparisonKey;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonString;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A time that the resource's row has: {@code meta.lastModified gt "2024-05-13T04:42:34Z"}.
 *
 * @param column the field of the entity
 */
record Time(String column) implements Source {

  /** Stored times have milliseconds, so an operand between two of them lies above the lower one. */
  @Override
  public Predicate compare(QueriedResource resource, ResourceType type, Compare compare) {
    var builder = resource.builder();
    var time = of(resource);
    var text = ((JsonString) compare.literal()).getString();
    var operand = ComparisonKey.instant(text).orElseThrow();
    var floor = operand.truncatedTo(ChronoUnit.MILLIS);
    var isExact = operand.equals(floor);
    return switch (compare.operator()) {
      case EQ -> isExact ? builder.equal(time, floor) : builder.disjunction();
      case GT -> builder.greaterThan(time, floor);
      case GE ->
          isExact ? builder.greaterThanOrEqualTo(time, floor) : builder.greaterThan(time, floor);
      case LT -> isExact ? builder.lessThan(time, floor) : builder.lessThanOrEqualTo(time, floor);
      case LE -> builder.lessThanOrEqualTo(time, floor);
      default -> throw new IllegalArgumentException(compare.operator() + " of a time");
    };
  }

  @Override
  public SortKey<?> sortKey(QueriedResource resource, AttributePath path) {
    return new SortKey<>(of(resource), Instant::parse);
  }

  private Expression<Instant> of(QueriedResource resource) {
    return resource.root().get(column);
  }
}
