package io.rollcall;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every secret that the tests have seen or sent. */
public final class Secrets {

  private static final List<String> SEEN =
      new CopyOnWriteArrayList<>(
          List.of("the-key-of-the-container-tests-0000", "the-secret-of-a-client"));

  private Secrets() {}

  /** Notes a secret and returns it. */
  public static String seen(String secret) {
    SEEN.add(secret);
    return secret;
  }

  /** All of them. */
  public static List<String> all() {
    return List.copyOf(SEEN);
  }
}
