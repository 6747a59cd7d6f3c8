package io.rollcall.directory.search;

import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Filter.Present;
import io.rollcall.scim.filter.Filter.ValuePath;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.persistence.criteria.Predicate;

/** Where the values of an attribute stand: how resources are found and sorted by them. */
sealed interface Source permits Indexed, Column, Time, TypeName, Schemas, Parts, Memberships {

  /** The resource, which is of the type, has a value that compares so. */
  Predicate compare(QueriedResource resource, ResourceType type, Compare compare);

  /** The resource, which is of the type, has a value; what the server computes all of them have. */
  default Predicate present(QueriedResource resource, ResourceType type, Present present) {
    return resource.builder().conjunction();
  }

  /** The resource, which is of the type, has a value that matches what is in the brackets. */
  default Predicate within(QueriedResource resource, ResourceType type, ValuePath valuePath) {
    throw new IllegalArgumentException(valuePath.path() + " with brackets");
  }

  /**
   * By what a list of resources of any type is sorted.
   *
   * @param path the attribute
   */
  SortKey<?> sortKey(QueriedResource resource, AttributePath path);
}
