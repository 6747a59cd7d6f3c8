package io.rollcall.directory.search;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import java.util.function.Function;

/**
 * By what a list is sorted.
 *
 * @param <K> what a key is in the database
 * @param expression the key; null in the database where a resource has no value
 * @param reader reads a key from the text that a cursor carries
 */
record SortKey<K extends Comparable<? super K>>(
    Expression<K> expression, Function<String, K> reader) {

  /** Longer values are told apart by their beginning only: a cursor has to carry the key. */
  private static final int LENGTH = 1_000;

  /** A text that is never longer than a cursor can carry. */
  static SortKey<String> of(Expression<String> text) {
    return new SortKey<>(text, Function.identity());
  }

  /** A text of any length. */
  static SortKey<String> beginning(CriteriaBuilder builder, Expression<String> text) {
    return of(builder.substring(text, 1, LENGTH));
  }
}
