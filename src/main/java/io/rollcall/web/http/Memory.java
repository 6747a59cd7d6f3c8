package io.rollcall.web.http;

import io.rollcall.platform.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The memory that the bodies of all requests together may take: two fifths of the heap. The rest is
 * for what every request needs, and for what a body becomes in the database's driver.
 */
@ApplicationScoped
class Memory {

  private final long all = Runtime.getRuntime().maxMemory() / 5 * 2;

  private long left = all;

  /**
   * Takes some more for a body.
   *
   * @param bytes how much
   * @param taken how much it has already
   * @throws Refusal.TooLarge when there is not so much at all
   * @throws Refusal.Busy when others have it
   */
  synchronized void take(long bytes, long taken) {
    if (taken + bytes > all) {
      throw new Refusal.TooLarge(
          "The request needs more memory than the server has. Send less in one request.");
    }
    if (bytes > left) {
      throw new Refusal.Busy("The server has too many large requests at once. Try again soon.");
    }
    left -= bytes;
  }

  synchronized void giveBack(long bytes) {
    left += bytes;
  }
}
