package io.rollcall.platform.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The hash of a password in the form of Jakarta Security's {@code Pbkdf2PasswordHash}, with all
 * that is needed to check it. That bean itself is there on some servers only when a login is
 * configured.
 */
public final class PasswordHash {

  /** OWASP's Password Storage Cheat Sheet, as of 2025. */
  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";

  private static final int ITERATIONS = 210_000;
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The parts of the text: algorithm, iterations, salt, key. */
  private static final int PARTS = 4;

  private PasswordHash() {}

  /** The hash of a password; takes about a fifth of a second of one processor. */
  public static String of(String password) {
    var salt = new byte[BYTES];
    RANDOM.nextBytes(salt);
    var base64 = Base64.getEncoder();
    return String.join(
        ":",
        ALGORITHM,
        Integer.toString(ITERATIONS),
        base64.encodeToString(salt),
        base64.encodeToString(key(ALGORITHM, password, salt, ITERATIONS, BYTES)));
  }

  /** Whether it is the hash of the password; takes as long as {@link #of}. */
  public static boolean matches(String password, String hash) {
    var parts = parts(hash);
    var base64 = Base64.getDecoder();
    var expected = base64.decode(parts[PARTS - 1]);
    var key =
        key(
            parts[0],
            password,
            base64.decode(parts[2]),
            Integer.parseInt(parts[1]),
            expected.length);
    return MessageDigest.isEqual(expected, key);
  }

  /** Whether it was made in another way than hashes are made today. */
  public static boolean isOutdated(String hash) {
    var parts = parts(hash);
    return !parts[0].equals(ALGORITHM) || Integer.parseInt(parts[1]) != ITERATIONS;
  }

  private static String[] parts(String hash) {
    var parts = hash.split(":");
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("No hash of a password of ours");
    }
    return parts;
  }

  private static byte[] key(
      String algorithm, String password, byte[] salt, int iterations, int bytes) {
    // Keyboards write the same letter in more than one way (RFC 8265 §4.2.2).
    var characters = Normalizer.normalize(password, Normalizer.Form.NFC).toCharArray();
    var specification = new PBEKeySpec(characters, salt, iterations, bytes * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance(algorithm).generateSecret(specification).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A password can't be hashed", e);
    } finally {
      specification.clearPassword();
    }
  }
}
