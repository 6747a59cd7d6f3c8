package io.rollcall.oidc;

import com.nimbusds.jose.jwk.JWK;
import io.rollcall.platform.crypto.EncryptedSecret;
import io.rollcall.platform.crypto.SecretCipher;
import io.rollcall.platform.database.TenantKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;

/**
 * A key that a tenant signs with. It is published before it signs, so that whoever has fetched the
 * keys a while ago knows it, and stays published after the next one has taken its place, until
 * nothing that it signed holds any more.
 */
@Entity
@Table(name = "signing_key")
public class SigningKey {

  /** So long it signs. */
  static final Duration PERIOD = Duration.ofDays(90);

  /** So long before it is published. */
  static final Duration AHEAD = Duration.ofHours(24);

  /** So long after it is: what it signed holds an hour at most. */
  static final Duration KEPT = Duration.ofHours(24);

  @EmbeddedId private TenantKey key;

  @Column(name = "algorithm")
  @Enumerated(EnumType.STRING)
  private SigningAlgorithm algorithm;

  @Column(name = "public_jwk")
  private String publicJwk;

  @Embedded private EncryptedSecret privateJwk;

  @Column(name = "signs_from")
  private Instant signsFrom;

  /** For JPA. */
  protected SigningKey() {}

  SigningKey(String tenantId, SigningAlgorithm algorithm, Instant signsFrom, SecretCipher cipher) {
    var generated = algorithm.newKey();
    this.key = new TenantKey(tenantId, generated.getKeyID());
    this.algorithm = algorithm;
    this.publicJwk = generated.toPublicJWK().toJSONString();
    this.privateJwk = cipher.encrypt(generated.toJSONString(), context());
    this.signsFrom = signsFrom;
  }

  /** Encrypts the private part with the key of today. */
  void reencrypt(SecretCipher cipher) {
    if (!privateJwk.keyId().equals(cipher.keyId())) {
      privateJwk = cipher.encrypt(cipher.decrypt(privateJwk, context()), context());
    }
  }

  /** What the ciphertext is bound to, so that it can't be moved to another tenant. */
  private String context() {
    return "signing key " + key;
  }

  /** Whether the next one is to be published, which signs a day later. */
  boolean needsSuccessor(Instant now) {
    return !now.isBefore(signsFrom.plus(PERIOD).minus(AHEAD));
  }

  /** Whether what the one before has signed holds no more. */
  boolean hasOutlivedTheOneBefore(Instant now) {
    return !now.isBefore(signsFrom.plus(KEPT));
  }

  SigningAlgorithm algorithm() {
    return algorithm;
  }

  Instant signsFrom() {
    return signsFrom;
  }

  /** Its {@code kid}. */
  String id() {
    return key.id();
  }

  /** The part that everybody may have (RFC 7517). */
  JWK publicKey() {
    try {
      return JWK.parse(publicJwk);
    } catch (ParseException e) {
      throw new IllegalStateException("A signing key of ours can't be read: " + key, e);
    }
  }
}
