package io.rollcall.scim.message;

/** Who lends the memory that a body takes, from its first byte until its request is answered. */
public interface BodyMemory {

  /** Lends without counting, for texts that have been counted already. */
  BodyMemory UNCOUNTED = bytes -> {};

  /**
   * Takes some more; throws what its client is to be told when that can't be had.
   *
   * @param bytes about how much
   */
  void take(long bytes);
}
