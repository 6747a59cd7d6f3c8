package io.rollcall.directory;

import java.util.Collection;
import java.util.List;

/**
 * Who came into a group and who left it. The numbers are exact; the ids are told up to {@value
 * #MAX_IDS} each.
 *
 * @param joined the ids of who came
 * @param left the ids of who left
 * @param joinedCount how many came
 * @param leftCount how many left
 */
public record MembershipChange(
    List<String> joined, List<String> left, long joinedCount, long leftCount) {

  /** How many ids are told at most of either. */
  public static final int MAX_IDS = 1_000;

  /** Nobody came and nobody left. */
  public static final MembershipChange NONE = of(List.of(), List.of());

  static MembershipChange of(Collection<String> joined, Collection<String> left) {
    return new MembershipChange(first(joined), first(left), joined.size(), left.size());
  }

  private static List<String> first(Collection<String> ids) {
    return ids.stream().limit(MAX_IDS).toList();
  }

  /** By how much the number of members has grown. */
  long growth() {
    return joinedCount - leftCount;
  }

  /** Whether anybody came or left. */
  public boolean isEmpty() {
    return joinedCount == 0 && leftCount == 0;
  }
}
