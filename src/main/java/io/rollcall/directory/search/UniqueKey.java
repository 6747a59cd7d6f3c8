package io.rollcall.directory.search;

import io.rollcall.directory.StoredResource;
import io.rollcall.directory.User;
import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Operator;
import io.rollcall.scim.schema.ResourceType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What no two users of a tenant have in common, so that an equality on it is asked of a column:
 * {@code userName eq "bjensen"}. Groups have no such key: two providers may give them one name.
 *
 * @param text what stands in the column
 */
record UniqueKey(String text) {

  /** The key by which the filter, all of it, names a user; empty when it does anything else. */
  static Optional<UniqueKey> of(ResourceType type, Filter filter) {
    return filter instanceof Compare compare && names(type, compare)
        ? Optional.of(new UniqueKey(User.uniqueKey(compare.operand())))
        : Optional.empty();
  }

  private static boolean names(ResourceType type, Compare compare) {
    return type.is(ResourceType.USER)
        && compare.operator() == Operator.EQ
        && compare.path().equals(StoredResource.uniqueAttribute(type));
  }

  /** The user has the key. */
  Predicate isOf(CriteriaBuilder builder, Path<? extends StoredResource> user) {
    return builder.equal(user.get("uniqueKey"), text);
  }

  /** The one user with the key: what providers ask most, so it is a query that is kept prepared. */
  Stream<User> users(EntityManager entities, String tenantId) {
    return entities
        .createQuery(
            "select u from User u where u.key.tenantId = :tenant and u.uniqueKey = :key",
            User.class)
        .setParameter("tenant", tenantId)
        .setParameter("key", text)
        .getResultStream();
  }
}
