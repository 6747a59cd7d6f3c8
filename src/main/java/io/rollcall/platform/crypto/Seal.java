package io.rollcall.platform.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.BufferUnderflowException;
import java.util.Optional;

/**
 * Seals texts that leave the server and come back, so that nobody can read, change or forge them.
 * It uses the key of {@link SecretCipher}, which all nodes share.
 */
@ApplicationScoped
public class Seal {

  private static final String KEY_ID_END = ".";

  @Inject private SecretCipher cipher;

  /** The sealed text, of characters that a URL can have; it opens in the same context only. */
  public String seal(String text, String context) {
    var encrypted = cipher.encrypt(text, context);
    var urlSafe = encrypted.ciphertext().replace('+', '-').replace('/', '_').replace("=", "");
    return encrypted.keyId() + KEY_ID_END + urlSafe;
  }

  /** The text that was sealed; empty when it wasn't sealed here or in this context. */
  public Optional<String> open(String sealed, String context) {
    var end = sealed.indexOf(KEY_ID_END);
    if (end < 0) {
      return Optional.empty();
    }
    var ciphertext = sealed.substring(end + 1).replace('-', '+').replace('_', '/');
    try {
      return Optional.of(
          cipher.decrypt(new EncryptedSecret(ciphertext, sealed.substring(0, end)), context));
    } catch (IllegalStateException | IllegalArgumentException | BufferUnderflowException forged) {
      return Optional.empty();
    }
  }
}
