package io.rollcall.platform.work;

import java.time.Duration;

/**
 * Work that no request asks for and that is done again and again on each node: removing what has
 * served, writing down what was counted. It makes its own transactions, and bears that another node
 * does the same at the same time.
 */
public interface Chore {

  /** How long it rests after it was done; a failure is no reason to rest longer. */
  Duration interval();

  /** Does it once. What it throws is told in the server's log and keeps it from nothing later. */
  void run();
}
