package io.rollcall.directory.search;

import io.rollcall.directory.StoredResource;
import io.rollcall.directory.User;
import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Operator;
import io.rollcall.scim.schema.ResourceType;
import java.util.Optional;

/**
 * Which resources of one type are meant.
 *
 * @param type the type
 * @param filter what they must match; empty for all
 */
public record Scope(ResourceType type, Optional<Filter> filter) {

  /** The key of the one user that can match, when the filter is nothing but its userName. */
  Optional<String> userKey() {
    return filter
        .filter(Compare.class::isInstance)
        .map(Compare.class::cast)
        .filter(compare -> namesUser(type, compare))
        .map(compare -> User.uniqueKey(compare.operand()));
  }

  /** Whether a comparison names a user by what no other user of the tenant has. */
  static boolean namesUser(ResourceType type, Compare compare) {
    return type.is(ResourceType.USER)
        && compare.operator() == Operator.EQ
        && compare.path().equals(StoredResource.uniqueAttribute(type));
  }
}
