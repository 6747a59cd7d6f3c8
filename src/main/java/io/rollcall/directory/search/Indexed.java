package io.rollcall.directory.search;

import io.rollcall.directory.IndexedValue;
import io.rollcall.directory.StoredResource;
import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Filter.Present;
import io.rollcall.scim.filter.Filter.ValuePath;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Predicate;

/** What a client writes stands among the indexed values: {@code title eq "Clerk"}. */
record Indexed() implements Source {

  @Override
  public Predicate compare(QueriedResource resource, ResourceType type, Compare compare) {
    return UniqueKey.of(type, compare)
        .map(key -> key.isOf(resource.builder(), resource.root()))
        .orElseGet(() -> hasValue(resource, compare));
  }

  private static Predicate hasValue(QueriedResource resource, Compare compare) {
    var builder = resource.builder();
    var ids =
        resource
            .values()
            .at(compare.path(), value -> KeyPredicates.ofValue(builder, value, compare));
    return visible(resource, compare.path(), resource.isAmong(ids));
  }

  @Override
  public Predicate present(QueriedResource resource, ResourceType type, Present present) {
    var ids = resource.values().at(present.path(), value -> resource.builder().conjunction());
    return visible(resource, present.path(), resource.isAmong(ids));
  }

  @Override
  public Predicate within(QueriedResource resource, ResourceType type, ValuePath valuePath) {
    return resource.isAmong(resource.values().within(valuePath));
  }

  @Override
  public SortKey<?> sortKey(QueriedResource resource, AttributePath path) {
    var builder = resource.builder();
    var value = resource.root().<StoredResource, IndexedValue>join("values", JoinType.LEFT);
    value.on(
        visible(
            resource,
            path,
            builder.and(
                builder.equal(value.get("key").get("path"), path.canonical()),
                builder.equal(value.get("representative"), 1))));
    return SortKey.beginning(builder, value.get("value"));
  }

  /** An externalId is its provider's own; no other provider's token sees it or finds by it. */
  private static Predicate visible(
      QueriedResource resource, AttributePath path, Predicate predicate) {
    return path.equals(StoredResource.EXTERNAL_ID) && !resource.viewer().seesAllNames()
        ? resource.builder().and(predicate, resource.isOfProvider())
        : predicate;
  }
}
