package io.rollcall.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecretCipherTest {

  private static final String KEY = "rollcall.encryption.key";
  private static final String PREVIOUS = "rollcall.encryption.key.previous";

  @AfterEach
  void forgetTheKeys() {
    System.clearProperty(KEY);
    System.clearProperty(PREVIOUS);
  }

  @Test
  void decryptsWhatItEncrypted() {
    var cipher = cipherWith(1, null);

    var encrypted = cipher.encrypt("secret", "tenant/provider");

    assertThat(encrypted.ciphertext()).doesNotContain("secret");
    assertThat(cipher.decrypt(encrypted, "tenant/provider")).isEqualTo("secret");
  }

  @Test
  void makesAnotherTextOfTheSameSecretEachTime() {
    var cipher = cipherWith(1, null);

    assertThat(cipher.encrypt("secret", "c").ciphertext())
        .isNotEqualTo(cipher.encrypt("secret", "c").ciphertext());
  }

  @Test
  void bindsASecretToItsContext() {
    var cipher = cipherWith(1, null);
    var encrypted = cipher.encrypt("secret", "tenant/provider");

    assertThatThrownBy(() -> cipher.decrypt(encrypted, "tenant/other"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void readsWithThePreviousKeyAndTellsThatItIsOld() {
    var old = cipherWith(1, null).encrypt("secret", "c");

    var cipher = cipherWith(2, 1);

    assertThat(old.keyId()).isNotEqualTo(cipher.keyId());
    assertThat(cipher.decrypt(old, "c")).isEqualTo("secret");
    assertThat(cipher.encrypt("secret", "c").keyId()).isEqualTo(cipher.keyId());
  }

  private static SecretCipher cipherWith(int key, Integer previous) {
    System.setProperty(KEY, key(key));
    if (previous != null) {
      System.setProperty(PREVIOUS, key(previous));
    }
    var cipher = new SecretCipher();
    cipher.encrypt("the keys are read at the first use", "");
    return cipher;
  }

  private static String key(int number) {
    var key = new byte[32];
    key[0] = (byte) number;
    return Base64.getEncoder().encodeToString(key);
  }
}
