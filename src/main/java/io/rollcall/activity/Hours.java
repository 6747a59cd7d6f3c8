package io.rollcall.activity;

import java.time.Duration;
import java.time.Instant;

/** The hours since 1970 UTC. */
public final class Hours {

  private static final long SECONDS = Duration.ofHours(1).toSeconds();

  private Hours() {}

  /** The number of the hour in which a time is. */
  public static long number(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), SECONDS);
  }

  /** When the hour of that number begins. */
  public static Instant begin(long number) {
    return Instant.ofEpochSecond(number * SECONDS);
  }
}
