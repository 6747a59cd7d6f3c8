package io.rollcall.scim.message;

/** Who lends the memory that a body takes, from its first byte until its request is answered. */
public interface BodyMemory {

  /** Lends without counting, for texts that have been counted already. */
  BodyMemory UNCOUNTED = bytes -> {};

  /**
   * Takes some more.
   *
   * @param bytes about how much
   * @throws ScimException 503 when others have it at the moment, 413 when there is not so much
   */
  void take(long bytes);
}
