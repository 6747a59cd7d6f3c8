package io.rollcall.directory.search;

import io.rollcall.directory.Group;
import io.rollcall.directory.GroupMember;
import io.rollcall.directory.IndexedValue;
import io.rollcall.directory.StoredResource;
import io.rollcall.scim.schema.AttributePath;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.function.Function;

/**
 * What the first of a group's members, or of a user's groups, is sorted by. They are in the order
 * of their ids; the first group of a user is always one that it belongs to directly.
 */
final class FirstMembership {

  private final CriteriaBuilder builder;
  private final AbstractQuery<?> criteria;
  private final String tenantId;
  private final Computed computed;
  private final AttributePath path;
  private final boolean isOfGroup;
  private final Expression<String> ownId;

  /**
   * The key for one sub-attribute.
   *
   * @param path {@code members} or {@code groups} with a sub-attribute
   * @param ownId the group or user that is sorted
   */
  FirstMembership(
      CriteriaBuilder builder,
      AbstractQuery<?> criteria,
      String tenantId,
      Computed computed,
      AttributePath path,
      Expression<String> ownId) {
    this.builder = builder;
    this.criteria = criteria;
    this.tenantId = tenantId;
    this.computed = computed;
    this.path = path;
    this.isOfGroup = path.whole().equals(Group.MEMBERS);
    this.ownId = ownId;
  }

  /** Its sub-attribute; null where nothing is a member. */
  Subquery<String> key() {
    return switch (path.target().name()) {
      case "$ref" -> ofResource(r -> computed.location(r.get("typeName"), r.get("key").get("id")));
      case "type" -> ofResource(r -> isOfGroup ? r.get("typeName") : builder.literal("direct"));
      case "display" -> displayName();
      default -> id(criteria.subquery(String.class));
    };
  }

  private Subquery<String> id(Subquery<String> subquery) {
    var membership = subquery.from(GroupMember.class).<GroupMember.Key>get("key");
    Expression<String> other = membership.get(isOfGroup ? "memberId" : "groupId");
    return subquery
        .select(builder.least(other))
        .where(
            builder.equal(membership.get("tenantId"), tenantId),
            builder.equal(membership.get(isOfGroup ? "groupId" : "memberId"), ownId));
  }

  private Subquery<String> ofResource(Function<Root<StoredResource>, Expression<String>> part) {
    var subquery = criteria.subquery(String.class);
    var resource = subquery.from(StoredResource.class);
    return subquery
        .select(part.apply(resource))
        .where(
            builder.equal(resource.get("key").get("tenantId"), tenantId),
            builder.equal(resource.get("key").get("id"), id(subquery.subquery(String.class))));
  }

  private Subquery<String> displayName() {
    var subquery = criteria.subquery(String.class);
    var value = subquery.from(IndexedValue.class);
    return subquery
        .select(value.get("value"))
        .where(
            new ValueQueries(builder, criteria, tenantId).isAt(value, StoredResource.DISPLAY_NAME),
            builder.equal(value.get("key").get("resourceId"), id(subquery.subquery(String.class))));
  }
}
