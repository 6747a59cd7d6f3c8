package io.rollcall.directory.search;

import io.rollcall.directory.IndexedValue;
import io.rollcall.scim.filter.Filter.Compare;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;

/** Comparisons of keys as Criteria: what {@code Operator} says of two texts, said of columns. */
final class KeyPredicates {

  private static final char ESCAPE = '\\';

  private KeyPredicates() {}

  /** A comparison with an indexed value; equality goes by its head, which has an index. */
  static Predicate ofValue(CriteriaBuilder builder, Path<IndexedValue> value, Compare compare) {
    Expression<String> key = value.get("value");
    Expression<String> head = value.get("head");
    return switch (compare.operator()) {
      case EQ ->
          builder.and(
              builder.equal(head, IndexedValue.head(compare.operand())),
              builder.equal(key, compare.operand()));
      case SW ->
          builder.and(
              startsWith(builder, head, IndexedValue.head(compare.operand())),
              ofText(builder, key, compare));
      default -> ofText(builder, key, compare);
    };
  }

  /** A comparison with a column that holds the text itself. */
  static Predicate ofText(CriteriaBuilder builder, Expression<String> text, Compare compare) {
    var operand = compare.operand();
    return switch (compare.operator()) {
      case EQ, NE -> builder.equal(text, operand);
      case CO -> builder.like(text, "%" + escaped(operand) + "%", ESCAPE);
      case SW -> startsWith(builder, text, operand);
      case EW -> builder.like(text, "%" + escaped(operand), ESCAPE);
      case GT -> builder.greaterThan(text, operand);
      case GE -> builder.greaterThanOrEqualTo(text, operand);
      case LT -> builder.lessThan(text, operand);
      case LE -> builder.lessThanOrEqualTo(text, operand);
    };
  }

  /** A comparison of a text that is the same in all rows. */
  static Predicate ofConstant(CriteriaBuilder builder, String constant, Compare compare) {
    return compare.operator().holds(constant, compare.operand())
        ? builder.conjunction()
        : builder.disjunction();
  }

  /** The text begins with the prefix. */
  static Predicate startsWith(CriteriaBuilder builder, Expression<String> text, String prefix) {
    return builder.like(text, escaped(prefix) + "%", ESCAPE);
  }

  private static String escaped(String operand) {
    return operand.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
