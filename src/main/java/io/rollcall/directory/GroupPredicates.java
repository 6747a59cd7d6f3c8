package io.rollcall.directory;

import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Filter.Present;
import io.rollcall.scim.filter.Filter.ValuePath;
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
final class GroupPredicates extends FilterPredicates<Root<Group>> {

  private final AbstractQuery<?> criteria;
  private final String tenantId;
  private final Computed computed;
  private final String type;

  /**
   * Makes them.
   *
   * @param type {@code direct} or {@code indirect}: how the users in question belong to the groups
   */
  GroupPredicates(
      CriteriaBuilder builder,
      AbstractQuery<?> criteria,
      String tenantId,
      Computed computed,
      String type) {
    super(builder);
    this.criteria = criteria;
    this.tenantId = tenantId;
    this.computed = computed;
    this.type = type;
  }

  @Override
  Predicate compare(Compare compare, Root<Group> group) {
    Expression<String> id = group.get("key").get("id");
    return switch (compare.path().target().name()) {
      case "value" -> KeyPredicates.ofText(builder, id, compare);
      case "$ref" ->
          KeyPredicates.ofText(builder, computed.location(ResourceType.GROUP, id), compare);
      case "type" -> KeyPredicates.ofConstant(builder, type, compare);
      case "display" -> id.in(named(compare));
      default -> throw new IllegalArgumentException(compare.path().toString());
    };
  }

  private Expression<?> named(Compare compare) {
    return new ValueQueries(builder, criteria, tenantId)
        .at(
            StoredResource.uniqueAttribute(ResourceType.GROUP),
            value -> KeyPredicates.ofValue(builder, value, compare));
  }

  @Override
  Predicate present(Present present, Root<Group> group) {
    return builder.conjunction();
  }

  @Override
  Predicate valuePath(ValuePath valuePath, Root<Group> group) {
    throw MemberPredicates.nested(valuePath.path());
  }
}
