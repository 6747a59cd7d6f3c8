package io.rollcall.directory.search;

import io.rollcall.directory.Group;
import io.rollcall.directory.IndexedValue;
import io.rollcall.directory.StoredResource;
import io.rollcall.scim.schema.AttributePath;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** By what a list can be sorted, as Criteria. */
final class SortKeys {

  /** Longer values are told apart by their beginning only: a cursor has to carry the key. */
  private static final int KEY_LENGTH = 1_000;

  private final CriteriaBuilder builder;
  private final AbstractQuery<?> criteria;
  private final Viewer viewer;
  private final Computed computed;

  SortKeys(CriteriaBuilder builder, AbstractQuery<?> criteria, Viewer viewer, Computed computed) {
    this.builder = builder;
    this.criteria = criteria;
    this.viewer = viewer;
    this.computed = computed;
  }

  /**
   * The order that is asked for; that of creation if none is. H2 takes an index for the order of a
   * list only when all its columns are named, and then takes it even when a filter has a better
   * one.
   *
   * @param isFiltered whether other conditions than the type narrow the list
   */
  Ordering<?> ordering(
      Root<? extends StoredResource> resource, Optional<Sort> sort, boolean isFiltered) {
    Expression<String> tenantId = resource.get("key").get("tenantId");
    Expression<String> id = resource.get("key").get("id");
    List<Expression<String>> creation =
        isFiltered ? List.of(id) : List.of(tenantId, resource.get("typeName"), id);
    if (sort.isEmpty()) {
      return new Ordering<String>(builder, creation, null, Function.identity(), false);
    }
    var path = sort.get().path();
    var descending = sort.get().descending();
    return switch (path.toString()) {
      case "meta.created", "meta.lastModified" ->
          new Ordering<Instant>(
              builder, creation, resource.get(path.target().name()), Instant::parse, descending);
      default ->
          new Ordering<>(builder, creation, text(resource, path), Function.identity(), descending);
    };
  }

  private Expression<String> text(Root<? extends StoredResource> resource, AttributePath path) {
    Expression<String> id = resource.get("key").get("id");
    Expression<String> typeName = resource.get("typeName");
    return switch (path.toString()) {
      case "id" -> id;
      // The first of the schemas is the core schema, and these order as the types' names do.
      case "meta.resourceType", "schemas" -> typeName;
      case "meta.location" -> computed.location(typeName, id);
      case "meta.version" -> computed.version(resource);
      default -> value(resource, id, path);
    };
  }

  private Expression<String> value(
      Root<? extends StoredResource> resource, Expression<String> id, AttributePath path) {
    if (path.whole().equals(Group.MEMBERS) || path.attribute().isReadOnly()) {
      var first = new FirstMembership(builder, criteria, viewer.tenantId(), computed, path, id);
      return bounded(first.key());
    }
    return indexed(resource, path);
  }

  private Expression<String> indexed(Root<? extends StoredResource> resource, AttributePath path) {
    var value = resource.<StoredResource, IndexedValue>join("values", JoinType.LEFT);
    var isKey =
        builder.and(
            builder.equal(value.get("key").get("path"), path.toString()),
            builder.equal(value.get("representative"), 1));
    value.on(
        path.equals(StoredResource.EXTERNAL_ID)
            ? builder.and(isKey, builder.equal(resource.get("providerId"), viewer.providerId()))
            : isKey);
    return bounded(value.get("value"));
  }

  private Expression<String> bounded(Expression<String> key) {
    return builder.substring(key, 1, KEY_LENGTH);
  }
}
