package io.rollcall.platform.crypto;

import static javax.crypto.Cipher.DECRYPT_MODE;
import static javax.crypto.Cipher.ENCRYPT_MODE;

import io.rollcall.platform.DataFolder;
import io.rollcall.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts client secrets with AES-256-GCM. The key is {@code rollcall.encryption.key} (32 bytes in
 * base64), else one made in the data folder at its first use. To change it, set the new one there
 * and the old one as {@code rollcall.encryption.key.previous} until the next start has re-encrypted
 * all.
 */
@ApplicationScoped
public class SecretCipher {

  private static final String KEY_FILE = "encryption-key";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Map<String, SecretKeySpec> keysById;

  /** Encrypts a secret, bound to the context that it must be decrypted in. */
  public EncryptedSecret encrypt(String secret, String context) {
    var key = keys().entrySet().iterator().next();
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    var plain = secret.getBytes(StandardCharsets.UTF_8);
    var ciphertext = apply(ENCRYPT_MODE, key.getValue(), nonce, context, plain);
    var stored = ByteBuffer.allocate(nonce.length + ciphertext.length).put(nonce).put(ciphertext);
    return new EncryptedSecret(Base64.getEncoder().encodeToString(stored.array()), key.getKey());
  }

  /**
   * The secret in the clear.
   *
   * @throws IllegalStateException when its key isn't known any more, or it was tampered with
   */
  public String decrypt(EncryptedSecret secret, String context) {
    var key = keys().get(secret.keyId());
    if (key == null) {
      throw new IllegalStateException(
          "A client secret was encrypted with key %s. Set it as rollcall.encryption.key.previous."
              .formatted(secret.keyId()));
    }
    var stored = ByteBuffer.wrap(Base64.getDecoder().decode(secret.ciphertext()));
    var nonce = new byte[NONCE_BYTES];
    stored.get(nonce);
    var ciphertext = new byte[stored.remaining()];
    stored.get(ciphertext);
    return new String(apply(DECRYPT_MODE, key, nonce, context, ciphertext), StandardCharsets.UTF_8);
  }

  /** The id of the key of today. */
  public String keyId() {
    return keys().keySet().iterator().next();
  }

  /** Whether the key is that of today or the one before. */
  public boolean knows(String id) {
    return keys().containsKey(id);
  }

  private static byte[] apply(
      int mode, SecretKeySpec key, byte[] nonce, String context, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A client secret can't be encrypted or decrypted", e);
    }
  }

  /** The keys by their ids, today's first. */
  private synchronized Map<String, SecretKeySpec> keys() {
    if (keysById == null) {
      keysById = new LinkedHashMap<>();
      var today = Settings.ENCRYPTION_KEY.get().orElseGet(() -> DataFolder.key(KEY_FILE));
      Stream.concat(Stream.of(today), Settings.ENCRYPTION_KEY_PREVIOUS.get().stream())
          .forEach(key -> keysById.putIfAbsent(idOf(key), new SecretKeySpec(key, "AES")));
    }
    return keysById;
  }

  private static String idOf(byte[] key) {
    return HexFormat.of().formatHex(Digests.sha256(key), 0, 8);
  }
}
