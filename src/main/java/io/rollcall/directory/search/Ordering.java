package io.rollcall.directory.search;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import java.util.Optional;

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
  private final Optional<SortKey<K>> first;
  private final boolean descending;

  /**
   * An order.
   *
   * @param creation the order of creation: the id, before which may be what is the same in all rows
   * @param first by what comes first; empty for the order of creation
   */
  private Ordering(
      CriteriaBuilder builder,
      List<Expression<String>> creation,
      Optional<SortKey<K>> first,
      boolean descending) {
    this.builder = builder;
    this.creation = creation;
    this.id = creation.get(creation.size() - 1);
    this.first = first;
    this.descending = descending;
  }

  /**
   * The order that is asked for; that of creation if none is. H2 takes an index for the order of a
   * list only when all its columns are named, and then takes it even when a filter has a better
   * one.
   *
   * @param isFiltered whether other conditions than the type narrow the list
   */
  static Ordering<?> of(QueriedResource resource, Optional<Sort> sort, boolean isFiltered) {
    Expression<String> tenantId = resource.root().get("key").get("tenantId");
    List<Expression<String>> creation =
        isFiltered ? List.of(resource.id()) : List.of(tenantId, resource.typeName(), resource.id());
    if (sort.isEmpty()) {
      return new Ordering<String>(resource.builder(), creation, Optional.empty(), false);
    }
    var path = sort.get().path();
    var key = ServerAttribute.sourceOf(path).sortKey(resource, path);
    return by(resource.builder(), creation, key, sort.get().descending());
  }

  private static <K extends Comparable<? super K>> Ordering<K> by(
      CriteriaBuilder builder,
      List<Expression<String>> creation,
      SortKey<K> key,
      boolean descending) {
    return new Ordering<>(builder, creation, Optional.of(key), descending);
  }

  /** What has to be selected beside the resource; empty when the order is that of creation. */
  Optional<Expression<K>> key() {
    return first.map(SortKey::expression);
  }

  List<Order> orders() {
    if (first.isEmpty()) {
      return creation.stream().map(builder::asc).toList();
    }
    var key = first.get().expression();
    var missing = builder.<Integer>selectCase().when(builder.isNull(key), 1).otherwise(0);
    return descending
        ? List.of(builder.desc(missing), builder.desc(key), builder.asc(id))
        : List.of(builder.asc(missing), builder.asc(key), builder.asc(id));
  }

  /** What comes after a position. */
  Predicate after(Position position) {
    var isYounger = builder.greaterThan(id, position.id());
    if (first.isEmpty()) {
      return isYounger;
    }
    var key = first.get().expression();
    if (position.sortKey().isEmpty()) {
      var isMissing = builder.and(builder.isNull(key), isYounger);
      return descending ? builder.or(builder.isNotNull(key), isMissing) : isMissing;
    }
    var last = first.get().reader().apply(position.sortKey().get());
    var isTied = builder.and(builder.equal(key, last), isYounger);
    return descending
        ? builder.or(builder.lessThan(key, last), isTied)
        : builder.or(builder.greaterThan(key, last), isTied, builder.isNull(key));
  }
}
