package io.rollcall.activity.overview;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How somebody, or a token, was refused for one cause in a few seconds.
 *
 * @param first the time of the first one
 * @param last the time of the last one
 * @param times how many there were
 * @param name by what name the last one called it; empty when it didn't
 * @param resourceType what the last one was about; empty when that isn't known
 * @param resourceId which resource the last one was about; empty when there was none yet
 * @param facts what goes into the texts of the cause
 */
record Refusals(
    Instant first,
    Instant last,
    long times,
    Optional<String> name,
    Optional<String> resourceType,
    Optional<String> resourceId,
    Map<String, String> facts) {

  /** These and later ones. */
  Refusals and(Refusals later) {
    return new Refusals(
        first,
        later.last,
        times + later.times,
        later.name.or(() -> name),
        later.resourceType.or(() -> resourceType),
        later.resourceId.or(() -> resourceId),
        later.facts);
  }
}
