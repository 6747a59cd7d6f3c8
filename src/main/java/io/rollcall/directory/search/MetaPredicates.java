package io.rollcall.directory.search;

import io.rollcall.directory.EntityTag;
import io.rollcall.directory.StoredResource;
import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.resource.ComparisonKey;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonString;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Filters on {@code meta}: {@code meta.lastModified gt "2024-05-13T04:42:34Z"}. */
final class MetaPredicates {

  private MetaPredicates() {}

  static Predicate compare(
      CriteriaBuilder builder,
      Root<? extends StoredResource> resource,
      ResourceType type,
      Computed computed,
      Compare compare) {
    return switch (compare.path().target().name()) {
      case "resourceType" -> KeyPredicates.ofConstant(builder, type.name(), compare);
      case "created" -> time(builder, resource.get("created"), compare);
      case "lastModified" -> time(builder, resource.get("lastModified"), compare);
      case "location" ->
          KeyPredicates.ofText(
              builder, computed.location(type, resource.get("key").get("id")), compare);
      case "version" -> version(builder, computed.version(resource), compare);
      default -> throw new IllegalArgumentException(compare.path().toString());
    };
  }

  /** What a version says of relations isn't stored, and is left out of the comparison. */
  private static Predicate version(
      CriteriaBuilder builder, Expression<String> version, Compare compare) {
    var operand = EntityTag.document(compare.operand());
    return KeyPredicates.ofText(
        builder,
        version,
        new Compare(compare.path(), compare.operator(), operand, compare.literal()));
  }

  /** Stored times have milliseconds, so an operand between two of them lies above the lower one. */
  private static Predicate time(
      CriteriaBuilder builder, Expression<Instant> column, Compare compare) {
    var text = ((JsonString) compare.literal()).getString();
    var operand = ComparisonKey.instant(text).orElseThrow();
    var floor = operand.truncatedTo(ChronoUnit.MILLIS);
    var isExact = operand.equals(floor);
    return switch (compare.operator()) {
      case EQ -> isExact ? builder.equal(column, floor) : builder.disjunction();
      case GT -> builder.greaterThan(column, floor);
      case GE ->
          isExact
              ? builder.greaterThanOrEqualTo(column, floor)
              : builder.greaterThan(column, floor);
      case LT ->
          isExact ? builder.lessThan(column, floor) : builder.lessThanOrEqualTo(column, floor);
      case LE -> builder.lessThanOrEqualTo(column, floor);
      default -> throw new IllegalArgumentException(compare.operator() + " of a time");
    };
  }
}
