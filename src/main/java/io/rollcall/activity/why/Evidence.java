package io.rollcall.activity.why;

import io.rollcall.activity.ActivityEntry;
import io.rollcall.activity.Cause;
import io.rollcall.activity.Outcome;
import io.rollcall.directory.StoredResource;
import java.util.List;
import java.util.Optional;

/**
 * What there is to know of whoever is asked for.
 *
 * @param person by what name
 * @param resource the user or group that is here; empty when there is none
 * @param others what else is here by that name
 * @param history what was done to it, or to the latest that had the name, the newest first
 * @param refused the requests about it that were refused, the newest first
 * @param open those of them after which their provider didn't get what it asked for
 */
record Evidence(
    String person,
    Optional<StoredResource> resource,
    List<StoredResource> others,
    List<ActivityEntry> history,
    List<ActivityEntry> refused,
    List<ActivityEntry> open) {

  /** The entry of its deletion; empty when it is here, or never was. */
  Optional<ActivityEntry> deletion() {
    return resource.isPresent()
        ? Optional.empty()
        : history.stream().filter(entry -> entry.outcome() == Outcome.DELETED).findFirst();
  }

  /** The requests that still refer to what is gone: they don't say why it is. */
  List<ActivityEntry> late() {
    return deletion().isEmpty() ? List.of() : open.stream().filter(Evidence::isOfGone).toList();
  }

  /**
   * The requests that say why it isn't here, or not as somebody wants it; of one that was deleted
   * those since then.
   */
  List<ActivityEntry> reasons() {
    return deletion()
        .map(
            deleted ->
                open.stream()
                    .filter(entry -> entry.id().compareTo(deleted.id()) > 0 && !isOfGone(entry))
                    .toList())
        .orElse(open);
  }

  private static boolean isOfGone(ActivityEntry entry) {
    return entry.cause().filter(cause -> cause == Cause.GONE).isPresent();
  }
}
