package io.rollcall.oidc;

import io.rollcall.access.TokenValue;
import io.rollcall.platform.crypto.Digests;
import io.rollcall.platform.database.TenantKey;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/**
 * The right of an application to act (RFC 6749 §1.4). It says nothing by itself: whoever gets one
 * asks here, so that it ends at once when it is to end.
 */
@Entity
@Table(name = "access_token")
public class AccessToken {

  @EmbeddedId private TenantKey key;

  @Column(name = "application_id")
  private String applicationId;

  @Column(name = "digest")
  private String digest;

  @Column(name = "scopes")
  @Convert(converter = WordsConverter.class)
  private List<String> scopes;

  @Column(name = "issued")
  private Instant issued;

  @Column(name = "expires")
  private Instant expires;

  /** For JPA. */
  protected AccessToken() {}

  AccessToken(
      TokenValue value,
      String applicationId,
      List<String> scopes,
      Instant issued,
      Instant expires) {
    this.key = new TenantKey(value.tenantId(), value.publicId());
    this.applicationId = applicationId;
    this.digest = value.digest();
    this.scopes = scopes;
    this.issued = issued;
    this.expires = expires;
  }

  boolean is(TokenValue value) {
    return Digests.equal(digest, value.digest());
  }

  boolean isExpired(Instant now) {
    return !now.isBefore(expires);
  }

  boolean isOf(Application application) {
    return applicationId.equals(application.id());
  }

  /** The application that got it. */
  public String applicationId() {
    return applicationId;
  }

  public List<String> scopes() {
    return scopes;
  }

  public Instant issued() {
    return issued;
  }

  public Instant expires() {
    return expires;
  }
}
