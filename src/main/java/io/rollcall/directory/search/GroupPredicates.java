package io.rollcall.directory.search;

import io.rollcall.directory.Group;
import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.schema.ResourceType;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;

/**
 * Filters on the groups of a user, asked of the groups: {@code groups[display eq "Sales"]}. Whether
 * a user belongs to a group directly is known beforehand.
 */
final class GroupPredicates extends MembershipPredicates<Group> {

  private final String type;

  /**
   * The filters on groups to which users belong in one way.
   *
   * @param type {@code direct} or {@code indirect}: how the users in question belong to the groups
   */
  GroupPredicates(CriteriaBuilder builder, AbstractQuery<?> criteria, Viewer viewer, String type) {
    super(builder, criteria, viewer);
    this.type = type;
  }

  @Override
  Expression<String> id(Root<Group> group) {
    return group.get("key").get("id");
  }

  @Override
  Expression<String> location(Root<Group> group) {
    return addresses.of(ResourceType.GROUP, id(group));
  }

  @Override
  Predicate type(Compare compare, Root<Group> group) {
    return KeyPredicates.ofConstant(builder, type, compare);
  }
}
