package io.rollcall.directory.search;

import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Filter.ValuePath;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.persistence.criteria.Predicate;

/** One object whose parts have sources of their own: {@code meta}. */
record Parts() implements Source {

  @Override
  public Predicate compare(QueriedResource resource, ResourceType type, Compare compare) {
    throw new IllegalArgumentException(compare.path() + " as a whole");
  }

  @Override
  public Predicate within(QueriedResource resource, ResourceType type, ValuePath valuePath) {
    return new ResourcePredicates(resource.builder(), type).of(valuePath.filter(), resource);
  }

  /** An object has no order of its own; the one of creation is as good as any. */
  @Override
  public SortKey<?> sortKey(QueriedResource resource, AttributePath path) {
    return SortKey.of(resource.id());
  }
}
