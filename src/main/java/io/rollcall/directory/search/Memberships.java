package io.rollcall.directory.search;

import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Filter.Present;
import io.rollcall.scim.filter.Filter.ValuePath;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.persistence.criteria.Predicate;
import java.util.function.BiFunction;

/**
 * What the memberships say of a resource: {@code members.type eq "Group"}.
 *
 * @param side whether of its members or of its groups
 * @param part what of them
 */
record Memberships(Side side, Part part) implements Source {

  /** The two ends of a membership; the ids are fields of its key. */
  enum Side {
    MEMBERS("groupId", "memberId", MembershipQueries::haveMembers),
    GROUPS("memberId", "groupId", MembershipQueries::haveGroups);

    private final String own;
    private final String other;
    private final BiFunction<MembershipQueries, Filter, Predicate> matching;

    Side(String own, String other, BiFunction<MembershipQueries, Filter, Predicate> matching) {
      this.own = own;
      this.other = other;
      this.matching = matching;
    }

    /** The id of the resource itself. */
    String own() {
      return own;
    }

    /** The id of its member or group. */
    String other() {
      return other;
    }
  }

  /** What is shown of a member or group. */
  enum Part {
    /** Its id, which also stands for the whole. */
    VALUE,
    REF,
    DISPLAY,
    TYPE
  }

  /** The part of members or groups that the path names. */
  static Part part(AttributePath path) {
    return ((Memberships) ServerAttribute.sourceOf(path)).part();
  }

  @Override
  public Predicate compare(QueriedResource resource, ResourceType type, Compare compare) {
    return matching(resource, compare);
  }

  @Override
  public Predicate present(QueriedResource resource, ResourceType type, Present present) {
    return matching(resource, present);
  }

  @Override
  public Predicate within(QueriedResource resource, ResourceType type, ValuePath valuePath) {
    return matching(resource, valuePath.filter());
  }

  private Predicate matching(QueriedResource resource, Filter filter) {
    return side.matching.apply(new MembershipQueries(resource), filter);
  }

  @Override
  public SortKey<?> sortKey(QueriedResource resource, AttributePath path) {
    return SortKey.beginning(resource.builder(), new FirstMembership(resource, this).key());
  }
}
