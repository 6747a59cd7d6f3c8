package io.rollcall.access;

import java.time.Instant;

/**
 * What an admin key is to be.
 *
 * @param name what people call it, at most 255 characters
 * @param role what it may do
 * @param expires when it ends by itself, or null for never
 */
public record AdminKeyDescription(String name, AdminRole role, Instant expires) {

  /** The key that a tenant begins with. */
  static final AdminKeyDescription FIRST =
      new AdminKeyDescription("First key", AdminRole.ADMIN, null);
}
