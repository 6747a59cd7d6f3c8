package io.rollcall.platform.crypto;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Texts that nobody can guess, of digits and letters alone. */
public final class RandomText {

  /** The characters, in the order of ASCII: 62 of them, so that 43 are more than 256 bits. */
  public static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  /** A text of that many characters. */
  public static String of(int length) {
    return RANDOM
        .ints(length, 0, ALPHABET.length())
        .mapToObj(index -> ALPHABET.substring(index, index + 1))
        .collect(Collectors.joining());
  }

  /** One digit. */
  public static int digit() {
    return RANDOM.nextInt(10);
  }
}
