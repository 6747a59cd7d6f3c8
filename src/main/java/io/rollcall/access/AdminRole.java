package io.rollcall.access;

import java.util.Locale;

/** What an admin key may do. */
public enum AdminRole {
  /** Look at everything and change nothing. */
  READ,

  /** Everything in the tenant. */
  ADMIN;

  /** As it is sent and shown: {@code read}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static AdminRole named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
