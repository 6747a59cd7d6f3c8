package io.rollcall.directory.search;

import io.rollcall.directory.GroupMember;
import io.rollcall.directory.IndexedValue;
import io.rollcall.directory.StoredResource;
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

  private final QueriedResource sorted;
  private final CriteriaBuilder builder;
  private final AbstractQuery<?> criteria;
  private final Memberships memberships;

  /**
   * The key for one part of it.
   *
   * @param sorted the group or user that is sorted
   * @param memberships what of its members or groups
   */
  FirstMembership(QueriedResource sorted, Memberships memberships) {
    this.sorted = sorted;
    this.builder = sorted.builder();
    this.criteria = sorted.criteria();
    this.memberships = memberships;
  }

  /** The part of it; null where nothing is a member. */
  Subquery<String> key() {
    return switch (memberships.part()) {
      case VALUE -> id(criteria.subquery(String.class));
      case REF -> ofResource(r -> sorted.addresses().of(r.get("typeName"), r.get("key").get("id")));
      case TYPE -> ofResource(this::type);
      case DISPLAY -> displayName();
    };
  }

  private Expression<String> type(Root<StoredResource> other) {
    return switch (memberships.side()) {
      case MEMBERS -> other.get("typeName");
      case GROUPS -> builder.literal("direct");
    };
  }

  private Subquery<String> id(Subquery<String> subquery) {
    var membership = subquery.from(GroupMember.class).<GroupMember.Key>get("key");
    return subquery
        .select(builder.least(membership.<String>get(memberships.side().other())))
        .where(
            builder.equal(membership.get("tenantId"), sorted.tenantId()),
            builder.equal(membership.get(memberships.side().own()), sorted.id()));
  }

  private Subquery<String> ofResource(Function<Root<StoredResource>, Expression<String>> part) {
    var subquery = criteria.subquery(String.class);
    var resource = subquery.from(StoredResource.class);
    return subquery
        .select(part.apply(resource))
        .where(
            builder.equal(resource.get("key").get("tenantId"), sorted.tenantId()),
            builder.equal(resource.get("key").get("id"), id(subquery.subquery(String.class))));
  }

  private Subquery<String> displayName() {
    var subquery = criteria.subquery(String.class);
    var value = subquery.from(IndexedValue.class);
    return subquery
        .select(value.get("value"))
        .where(
            sorted.values().isAt(value, StoredResource.DISPLAY_NAME),
            builder.equal(value.get("key").get("resourceId"), id(subquery.subquery(String.class))));
  }
}
