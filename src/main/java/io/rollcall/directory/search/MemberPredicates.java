package io.rollcall.directory.search;

import io.rollcall.directory.GroupMember;
import io.rollcall.scim.filter.Filter.Compare;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;

/** Filters on the members of a group: {@code members[type eq "User" and value eq "…"]}. */
final class MemberPredicates extends MembershipPredicates<GroupMember> {

  MemberPredicates(CriteriaBuilder builder, AbstractQuery<?> criteria, Viewer viewer) {
    super(builder, criteria, viewer);
  }

  @Override
  Expression<String> id(Root<GroupMember> member) {
    return member.get("key").get("memberId");
  }

  @Override
  Expression<String> location(Root<GroupMember> member) {
    return addresses.of(member.get("memberType"), id(member));
  }

  @Override
  Predicate type(Compare compare, Root<GroupMember> member) {
    return KeyPredicates.ofText(builder, builder.lower(member.get("memberType")), compare);
  }
}
