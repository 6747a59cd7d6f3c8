package io.rollcall.directory;

import java.util.Collection;
import java.util.List;

/**
 * Who came into a group and who left it.
 *
 * @param joined the ids of who came
 * @param left the ids of who left
 */
public record MembershipChange(List<String> joined, List<String> left) {

  /** Nobody came and nobody left. */
  public static final MembershipChange NONE = of(List.of(), List.of());

  static MembershipChange of(Collection<String> joined, Collection<String> left) {
    return new MembershipChange(List.copyOf(joined), List.copyOf(left));
  }

  /** By how much the number of members has grown. */
  long growth() {
    return (long) joined.size() - left.size();
  }

  /** Whether anybody came or left. */
  public boolean isEmpty() {
    return joined.isEmpty() && left.isEmpty();
  }
}
