package io.rollcall.scim.patch;

import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;

/**
 * How much work one message may be: each of a thousand operations may look at each of ten thousand
 * values, and whoever waits for the same resource waits for all of them.
 */
final class WorkBudget {

  /** Comparisons of a value; some seconds of them. */
  private static final long COMPARISONS = 500_000;

  private long left = COMPARISONS;

  /**
   * Takes away what an operation needs.
   *
   * @throws ScimException {@code tooMany} when that is more than is left
   */
  void spend(long comparisons) {
    left -= comparisons;
    if (left < 0) {
      throw new ScimException(
          ScimType.TOO_MANY,
          "Operations: take more than %d comparisons of values. Send fewer in one request, or"
                  .formatted(COMPARISONS)
              + " simpler filters.");
    }
  }
}
