package io.rollcall.platform.crypto;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A client secret as it is stored: the ciphertext, and which key it was encrypted with. */
@Embeddable
public class EncryptedSecret {

  @Column(name = "secret")
  private String ciphertext;

  @Column(name = "secret_key_id")
  private String keyId;

  /** For JPA. */
  protected EncryptedSecret() {}

  EncryptedSecret(String ciphertext, String keyId) {
    this.ciphertext = ciphertext;
    this.keyId = keyId;
  }

  String ciphertext() {
    return ciphertext;
  }

  public String keyId() {
    return keyId;
  }
}
