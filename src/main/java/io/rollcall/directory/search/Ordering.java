package io.rollcall.directory.search;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The order of a list as Criteria: by a key, if the client asks for one, and among equals by id,
 * which is the order of creation.
 *
 * @param <K> what a key is in the database
 */
final class Ordering<K extends Comparable<? super K>> {

  private final CriteriaBuilder builder;
  private final List<Expression<String>> creation;
  private final Expression<String> id;
  private final Expression<K> key;
  private final Function<String, K> reader;
  private final boolean descending;

  /**
   * An order.
   *
   * @param creation the order of creation: the id, before which may be what is the same in all rows
   * @param key by what comes first; null for the order of creation
   * @param reader reads a key from the text that a cursor carries
   */
  Ordering(
      CriteriaBuilder builder,
      List<Expression<String>> creation,
      Expression<K> key,
      Function<String, K> reader,
      boolean descending) {
    this.builder = builder;
    this.creation = creation;
    this.id = creation.get(creation.size() - 1);
    this.key = key;
    this.reader = reader;
    this.descending = descending;
  }

  /** What has to be selected beside the resource; empty when the order is that of creation. */
  Optional<Expression<K>> key() {
    return Optional.ofNullable(key);
  }

  List<Order> orders() {
    if (key == null) {
      return creation.stream().map(builder::asc).toList();
    }
    var missing = builder.<Integer>selectCase().when(builder.isNull(key), 1).otherwise(0);
    return descending
        ? List.of(builder.desc(missing), builder.desc(key), builder.asc(id))
        : List.of(builder.asc(missing), builder.asc(key), builder.asc(id));
  }

  /** What comes behind a position. */
  Predicate behind(Position position) {
    var isYounger = builder.greaterThan(id, position.id());
    if (key == null) {
      return isYounger;
    }
    if (position.sortKey().isEmpty()) {
      var isMissing = builder.and(builder.isNull(key), isYounger);
      return descending ? builder.or(builder.isNotNull(key), isMissing) : isMissing;
    }
    var last = reader.apply(position.sortKey().get());
    var isTied = builder.and(builder.equal(key, last), isYounger);
    return descending
        ? builder.or(builder.lessThan(key, last), isTied)
        : builder.or(builder.greaterThan(key, last), isTied, builder.isNull(key));
  }
}
