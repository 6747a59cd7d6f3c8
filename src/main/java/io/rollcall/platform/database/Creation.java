package io.rollcall.platform.database;

import java.time.Instant;

/**
 * A place in the order of creation, from which a list goes on.
 *
 * @param time when it was made
 * @param id what tells it from others of that time
 */
public record Creation(Instant time, String id) {

  /** Before everything that was ever made. */
  public static final Creation FIRST = new Creation(Instant.EPOCH, "");
}
