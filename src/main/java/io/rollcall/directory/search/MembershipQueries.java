package io.rollcall.directory.search;

import io.rollcall.directory.Group;
import io.rollcall.directory.GroupMember;
import io.rollcall.directory.Relations;
import io.rollcall.scim.filter.Filter;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.Collection;
import java.util.Set;

/**
 * Which resources have members or groups that match. Groups stand in groups at any depth, which no
 * condition can follow: for a filter on groups these are read at once, before the query is run that
 * it is a part of.
 */
final class MembershipQueries {

  private final QueriedResource resource;
  private final CriteriaBuilder builder;
  private final Relations relations;
  private final String tenantId;

  MembershipQueries(QueriedResource resource) {
    this.resource = resource;
    this.builder = resource.builder();
    this.relations = resource.relations();
    this.tenantId = resource.tenantId();
  }

  /** A member of the group matches. */
  Predicate haveMembers(Filter filter) {
    var subquery = resource.criteria().subquery(String.class);
    var member = subquery.from(GroupMember.class);
    var predicates = new MemberPredicates(builder, subquery, resource.viewer());
    subquery
        .select(member.get("key").get("groupId"))
        .where(
            builder.equal(member.get("key").get("tenantId"), tenantId),
            predicates.of(filter, member));
    return resource.isAmong(subquery);
  }

  /** A user belongs to the groups that match and, indirectly, to all groups above its own. */
  Predicate haveGroups(Filter filter) {
    var direct = groupsMatching(filter, "direct");
    var indirect = dependsOnType(filter) ? groupsMatching(filter, "indirect") : direct;
    if (direct.equals(indirect)) {
      return memberOf(relations.groupsBelow(tenantId, direct));
    }
    return relations.groupsWithGroups(tenantId, indirect).stream()
        .map(this::indirectMemberOf)
        .reduce(memberOf(direct), builder::or);
  }

  private static boolean dependsOnType(Filter filter) {
    return filter.paths().anyMatch(path -> Memberships.part(path) == Memberships.Part.TYPE);
  }

  private Set<String> groupsMatching(Filter filter, String type) {
    var groupQuery = builder.createQuery(String.class);
    var group = groupQuery.from(Group.class);
    var predicates = new GroupPredicates(builder, groupQuery, resource.viewer(), type);
    groupQuery
        .select(group.get("key").get("id"))
        .where(
            builder.equal(group.get("key").get("tenantId"), tenantId),
            predicates.of(filter, group));
    return Set.copyOf(resource.entities().createQuery(groupQuery).getResultList());
  }

  private Predicate indirectMemberOf(String groupId) {
    var below = relations.groupsBelow(tenantId, Set.of(groupId));
    below.remove(groupId);
    return builder.and(memberOf(below), builder.not(memberOf(Set.of(groupId))));
  }

  private Predicate memberOf(Collection<String> groupIds) {
    if (groupIds.isEmpty()) {
      return builder.disjunction();
    }
    var subquery = resource.criteria().subquery(String.class);
    var member = subquery.from(GroupMember.class);
    Expression<String> groupId = member.get("key").get("groupId");
    subquery
        .select(member.get("key").get("memberId"))
        .where(
            builder.equal(member.get("key").get("tenantId"), tenantId),
            builder.or(
                Relations.chunks(groupIds).stream().map(groupId::in).toArray(Predicate[]::new)));
    return resource.isAmong(subquery);
  }
}
