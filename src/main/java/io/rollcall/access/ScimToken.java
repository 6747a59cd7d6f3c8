package io.rollcall.access;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.provider.SsoProvider;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * The right of an identity provider to provision one tenant. An admin makes it for an SSO provider,
 * pastes it into the identity provider, and deletes it when it has served. Several tokens of one
 * provider work side by side, so that one can be replaced without a gap. A deleted one stays for
 * {@link ScimTokens#KEPT}, so that whoever still comes with it can be told from a stranger.
 */
@Entity
@Table(name = "scim_token")
public class ScimToken {

  /** What a token's id looks like: it begins with a digit, as no address of SCIM does. */
  public static final String ID_PATTERN = "[0-9][0-9A-Za-z]{11}";

  @EmbeddedId private TenantKey key;

  @Column(name = "provider_id")
  private String providerId;

  /** After the deletion: the provider may go then, and is known here all the same. */
  @Column(name = "former_provider_id")
  private String formerProviderId;

  @Column(name = "provider_display_name")
  private String providerDisplayName;

  @Column(name = "digest")
  private String digest;

  @Column(name = "created")
  private Instant created;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "last_used")
  private Instant lastUsed;

  @Column(name = "expires")
  private Instant expires;

  @Column(name = "deleted")
  private Instant deleted;

  /** For JPA. */
  protected ScimToken() {}

  ScimToken(
      Administrator admin,
      SsoProvider provider,
      String providerDisplayName,
      TokenValue value,
      Instant created,
      Instant expires) {
    this.key = new TenantKey(admin.tenantId(), value.publicId());
    this.providerId = provider.id();
    this.providerDisplayName = providerDisplayName;
    this.digest = value.digest();
    this.created = created;
    this.createdBy = admin.actor().toString();
    this.expires = expires;
  }

  void delete(Instant now) {
    this.deleted = now;
    this.formerProviderId = providerId;
    this.providerId = null;
  }

  boolean isDeleted() {
    return deleted != null;
  }

  public String id() {
    return key.id();
  }

  public String providerId() {
    return providerId;
  }

  public String providerDisplayName() {
    return providerDisplayName;
  }

  public Instant created() {
    return created;
  }

  public String createdBy() {
    return createdBy;
  }

  /** The minute of the last use; empty when there was none. */
  public Optional<Instant> lastUsed() {
    return Optional.ofNullable(lastUsed);
  }

  /** When the token ends; empty when it doesn't by itself. */
  public Optional<Instant> expires() {
    return Optional.ofNullable(expires);
  }
}
