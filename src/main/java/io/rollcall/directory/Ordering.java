package io.rollcall.directory;

import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.tenancy.Caller;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
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

  /** Longer values are told apart by their beginning only: a cursor has to carry the key. */
  private static final int KEY_LENGTH = 1_000;

  private final CriteriaBuilder builder;
  private final Expression<String> id;
  private final Expression<K> key;
  private final Function<String, K> reader;
  private final boolean descending;

  private Ordering(
      CriteriaBuilder builder,
      Expression<String> id,
      Expression<K> key,
      Function<String, K> reader,
      boolean descending) {
    this.builder = builder;
    this.id = id;
    this.key = key;
    this.reader = reader;
    this.descending = descending;
  }

  static Ordering<?> of(
      CriteriaBuilder builder,
      Root<? extends StoredResource> resource,
      Optional<Sort> sort,
      Caller caller) {
    Expression<String> id = resource.get("key").get("id");
    if (sort.isEmpty()) {
      return new Ordering<String>(builder, id, null, Function.identity(), false);
    }
    var path = sort.get().path();
    var descending = sort.get().descending();
    if (isTime(path)) {
      Expression<Instant> time = resource.get(path.target().name());
      return new Ordering<>(builder, id, time, Instant::parse, descending);
    }
    return new Ordering<>(
        builder, id, text(builder, resource, path, caller), Function.identity(), descending);
  }

  private static boolean isTime(AttributePath path) {
    return path.toString().equals("meta.created") || path.toString().equals("meta.lastModified");
  }

  private static Expression<String> text(
      CriteriaBuilder builder,
      Root<? extends StoredResource> resource,
      AttributePath path,
      Caller caller) {
    return switch (path.toString()) {
      case "id" -> resource.get("key").get("id");
      case "meta.resourceType" -> resource.get("typeName");
      default -> value(builder, resource, path, caller);
    };
  }

  private static Expression<String> value(
      CriteriaBuilder builder,
      Root<? extends StoredResource> resource,
      AttributePath path,
      Caller caller) {
    if (path.attribute().isReadOnly() || path.whole().equals(Group.MEMBERS)) {
      throw new ScimException(
          ScimType.INVALID_PATH,
          "sortBy: %s is computed for each answer. Sort by another attribute.".formatted(path));
    }
    var value = resource.<StoredResource, IndexedValue>join("values", JoinType.LEFT);
    var isKey =
        builder.and(
            builder.equal(value.get("key").get("path"), path.toString()),
            builder.equal(value.get("representative"), 1));
    value.on(
        path.schema().equals(ResourceType.USER.common())
            ? builder.and(isKey, builder.equal(resource.get("providerId"), caller.providerId()))
            : isKey);
    return builder.substring(value.get("value"), 1, KEY_LENGTH);
  }

  /** What has to be selected beside the resource; empty when the order is that of creation. */
  Optional<Expression<K>> key() {
    return Optional.ofNullable(key);
  }

  List<Order> orders() {
    if (key == null) {
      return List.of(builder.asc(id));
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
