package io.rollcall.directory;

import java.util.List;
import java.util.Optional;

/**
 * As many relations of a resource as are read at once.
 *
 * @param members a group's members or a user's groups, in order
 * @param next the id behind which there may be more; empty when these are the last
 * @param rest changes when one of those changes that are not on the page; empty when these are all
 */
public record MemberPage(List<Member> members, Optional<String> next, Optional<String> rest) {

  /** No relations. */
  public static final MemberPage NONE = last(List.of());

  /** A page behind which there are no more. */
  static MemberPage last(List<Member> members) {
    return new MemberPage(members, Optional.empty(), Optional.empty());
  }

  /** A page behind which there may be more; an empty one is that before the first. */
  static MemberPage open(List<Member> members, Optional<String> rest) {
    var next = members.isEmpty() ? "" : members.get(members.size() - 1).id();
    return new MemberPage(members, Optional.of(next), rest);
  }
}
