package io.rollcall.access;

import io.rollcall.platform.crypto.Digests;
import io.rollcall.platform.crypto.RandomText;
import java.util.regex.Pattern;

/**
 * The text of an admin's or operator's key, which is one that we made or whatever somebody chose.
 */
final class KeyValue {

  private static final Pattern FORM = Pattern.compile("[!-~]{32,256}");
  private static final int ID_LENGTH = 32;

  /** 62^43 is more than 2^256. */
  private static final int SECRET_LENGTH = 43;

  private KeyValue() {}

  /**
   * A key that nobody can guess.
   *
   * @param prefix what scanners for leaked secrets know it by
   */
  static String random(String prefix) {
    return prefix + RandomText.of(SECRET_LENGTH);
  }

  static boolean canBe(String text) {
    return FORM.matcher(text).matches();
  }

  /** What a key is looked up by: derived from it, and no help in guessing it. */
  static String idOf(String value) {
    return Digests.sha256("id of an admin key: " + value).substring(0, ID_LENGTH);
  }
}
