package io.rollcall.platform;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** Ids of what is stored. */
public final class Ids {

  /** The first 48 bits are milliseconds since 1970 UTC. */
  private static final int TIME_SHIFT = 16;

  private Ids() {}

  /** An id that nothing has had before: UUIDv7 (RFC 9562 §5.7), in the order of creation. */
  public static String next() {
    return UuidCreator.getTimeOrderedEpoch().toString();
  }

  /** What is less than all ids from that time on, and greater than those before it. */
  public static String first(Instant time) {
    return new UUID(Math.max(0, time.toEpochMilli()) << TIME_SHIFT, 0).toString();
  }
}
