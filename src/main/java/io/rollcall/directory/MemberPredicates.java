package io.rollcall.directory;

import static io.rollcall.scim.message.ScimType.INVALID_FILTER;

import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Filter.Present;
import io.rollcall.scim.filter.Filter.ValuePath;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.schema.AttributePath;
import jakarta.persistence.criteria.CommonAbstractCriteria;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;

/** Filters on the members of a group: {@code members[type eq "User" and value eq "…"]}. */
final class MemberPredicates extends FilterPredicates<Root<GroupMember>> {

  private final CommonAbstractCriteria criteria;
  private final String tenantId;
  private final Computed computed;

  MemberPredicates(
      CriteriaBuilder builder,
      CommonAbstractCriteria criteria,
      String tenantId,
      Computed computed) {
    super(builder);
    this.criteria = criteria;
    this.tenantId = tenantId;
    this.computed = computed;
  }

  @Override
  Predicate compare(Compare compare, Root<GroupMember> member) {
    Expression<String> id = member.get("key").get("memberId");
    return switch (compare.path().target().name()) {
      case "value" -> KeyPredicates.ofText(builder, id, compare);
      case "$ref" ->
          KeyPredicates.ofText(builder, computed.location(member.get("memberType"), id), compare);
      case "type" ->
          KeyPredicates.ofText(builder, builder.lower(member.get("memberType")), compare);
      case "display" -> display(compare, member);
      default -> throw new IllegalArgumentException(compare.path().toString());
    };
  }

  @Override
  Predicate present(Present present, Root<GroupMember> member) {
    return present.path().target().name().equals("display")
        ? display(null, member)
        : builder.conjunction();
  }

  @Override
  Predicate valuePath(ValuePath valuePath, Root<GroupMember> member) {
    throw nested(valuePath.path());
  }

  /** The member has a displayName, and it compares so; with no comparison any does. */
  private Predicate display(Compare compare, Root<GroupMember> member) {
    var subquery = criteria.subquery(String.class);
    var value = subquery.from(IndexedValue.class);
    var ofName =
        builder.and(
            builder.equal(value.get("key").get("tenantId"), tenantId),
            builder.equal(value.get("key").get("path"), "displayName"));
    subquery
        .select(value.get("key").get("resourceId"))
        .where(
            compare == null
                ? ofName
                : builder.and(ofName, KeyPredicates.ofValue(builder, value, compare)));
    return member.get("key").get("memberId").in(subquery);
  }

  static ScimException nested(AttributePath path) {
    return new ScimException(
        INVALID_FILTER,
        "%s: can't be filtered by in brackets here. Use the attribute's full path instead."
            .formatted(path));
  }
}
