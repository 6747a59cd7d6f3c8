package io.rollcall.platform;

import com.github.f4b6a3.uuid.UuidCreator;

/** Ids of what is stored. */
public final class Ids {

  private Ids() {}

  /** An id that nothing has had before: UUIDv7 (RFC 9562 §5.7), in the order of creation. */
  public static String next() {
    return UuidCreator.getTimeOrderedEpoch().toString();
  }
}
