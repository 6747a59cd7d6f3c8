package io.rollcall.directory.search;

import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A text that the resource's row has, or that the database makes of it: {@code id eq "2819c223"}.
 *
 * @param compared the text of a resource whose type is known
 * @param sorted the same of a resource of any type
 * @param operand what of an operand is compared with the text
 */
record Column(
    BiFunction<QueriedResource, ResourceType, Expression<String>> compared,
    Function<QueriedResource, Expression<String>> sorted,
    UnaryOperator<String> operand)
    implements Source {

  /** A text for which the type doesn't matter, and that operands are compared with as they are. */
  static Column of(Function<QueriedResource, Expression<String>> text) {
    return of(text, UnaryOperator.identity());
  }

  /** A text for which the type doesn't matter. */
  static Column of(
      Function<QueriedResource, Expression<String>> text, UnaryOperator<String> operand) {
    return new Column((resource, type) -> text.apply(resource), text, operand);
  }

  @Override
  public Predicate compare(QueriedResource resource, ResourceType type, Compare compare) {
    return KeyPredicates.ofText(
        resource.builder(),
        compared.apply(resource, type),
        new Compare(
            compare.path(),
            compare.operator(),
            operand.apply(compare.operand()),
            compare.literal()));
  }

  @Override
  public SortKey<?> sortKey(QueriedResource resource, AttributePath path) {
    return SortKey.of(sorted.apply(resource));
  }
}
