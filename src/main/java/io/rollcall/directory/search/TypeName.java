package io.rollcall.directory.search;

import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.persistence.criteria.Predicate;

/** The name of the type, the same for all its resources: {@code meta.resourceType eq "User"}. */
record TypeName() implements Source {

  @Override
  public Predicate compare(QueriedResource resource, ResourceType type, Compare compare) {
    return KeyPredicates.ofConstant(resource.builder(), type.name(), compare);
  }

  @Override
  public SortKey<?> sortKey(QueriedResource resource, AttributePath path) {
    return SortKey.of(resource.typeName());
  }
}
