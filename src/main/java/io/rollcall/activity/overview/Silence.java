package io.rollcall.activity.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * That nothing is heard of a provider which used to come.
 *
 * @param lasting for how long
 * @param usual after how long it usually comes again; empty when that isn't known
 */
record Silence(Duration lasting, Optional<Duration> usual) {

  /** So many times the usual pause is silence. */
  private static final int TIMES = 3;

  /** A pause that is shorter is none, however often the provider usually comes. */
  private static final Duration SHORTEST = Duration.ofHours(1);

  /** While its rhythm isn't known, it is silent after a day. */
  private static final Duration WITHOUT_RHYTHM = Duration.ofDays(1);

  /** The silence of a provider; empty when it was heard of lately enough. */
  static Optional<Silence> of(ProviderContact contact, Instant now) {
    var lasting = Duration.between(contact.lastContact(), now);
    var usual = contact.usualPause();
    var bearable = usual.map(pause -> pause.multipliedBy(TIMES)).orElse(WITHOUT_RHYTHM);
    var longest = bearable.compareTo(SHORTEST) < 0 ? SHORTEST : bearable;
    return lasting.compareTo(longest) > 0
        ? Optional.of(new Silence(lasting, usual))
        : Optional.empty();
  }
}
