package io.rollcall.provisioning;

import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;

/** How many passwords one request may set: to hash one takes a good part of a second. */
public final class HashBudget {

  private static final int PASSWORDS = 20;

  private int left = PASSWORDS;

  /**
   * Takes away what one password needs.
   *
   * @throws ScimException {@code tooMany} when nothing is left
   */
  void spend() {
    if (left == 0) {
      throw new ScimException(
          ScimType.TOO_MANY,
          "password: one request may set at most %d. Send the others in further requests."
              .formatted(PASSWORDS));
    }
    left--;
  }
}
