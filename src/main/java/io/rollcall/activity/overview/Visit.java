package io.rollcall.activity.overview;

import java.time.Instant;
import java.util.Optional;

/**
 * What was heard of a provider in a few seconds.
 *
 * @param first the time of the first request
 * @param last the time of the last one
 * @param lastSuccess the time of the last one that got what it asked for; empty when none did
 * @param requests how many there were
 * @param refused how many of them were refused
 * @param reads how many of the others only read
 */
record Visit(
    Instant first,
    Instant last,
    Optional<Instant> lastSuccess,
    long requests,
    long refused,
    long reads) {

  static Visit of(Instant at, boolean refused, boolean read) {
    return new Visit(
        at, at, refused ? Optional.empty() : Optional.of(at), 1, refused ? 1 : 0, read ? 1 : 0);
  }

  /** This one and a later one. */
  Visit and(Visit later) {
    return new Visit(
        first,
        later.last,
        later.lastSuccess.or(() -> lastSuccess),
        requests + later.requests,
        refused + later.refused,
        reads + later.reads);
  }
}
