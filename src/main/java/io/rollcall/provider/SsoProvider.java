package io.rollcall.provider;

import io.rollcall.platform.crypto.EncryptedSecret;
import io.rollcall.platform.database.TenantKey;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the users of a tenant sign in, and on whose behalf they are provisioned. Its id never
 * changes and is what tokens, users and groups refer to; its scheme is a name for people. A
 * provider that is made anew under an old scheme is another one and inherits nothing.
 */
@Entity
@Table(name = "sso_provider")
public class SsoProvider {

  /**
   * The id, in every tenant, of the provider that stands for none: what it has is provisioned by
   * nobody and may be adopted. No admin sees it, and no token can be made for it.
   */
  public static final String NOBODY = "nobody";

  @EmbeddedId private TenantKey key;

  @Column(name = "scheme")
  private String scheme;

  @Column(name = "type")
  private String type;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "enabled")
  private boolean enabled;

  @Column(name = "authority")
  private String authority;

  @Column(name = "properties")
  @Convert(converter = OidcClientConverter.class)
  private OidcClient client;

  @Embedded private EncryptedSecret secret;

  @Column(name = "created")
  private Instant created;

  /** For JPA. */
  protected SsoProvider() {}

  SsoProvider(String tenantId, String id, ProviderType type, Instant created) {
    this.key = new TenantKey(tenantId, id);
    this.type = type.path();
    this.created = created;
  }

  public static SsoProvider nobody(String tenantId, Instant created) {
    var provider = new SsoProvider(tenantId, NOBODY, ProviderType.CUSTOM, created);
    provider.type = NOBODY;
    // No admin can take this scheme: it has a character that schemes haven't.
    provider.scheme = "(nobody)";
    provider.displayName = "Nobody";
    return provider;
  }

  void describe(ProviderDescription description) {
    this.scheme = description.scheme();
    this.displayName = description.displayName();
    this.enabled = description.enabled();
    this.authority = description.properties().authority();
    this.client = description.properties();
  }

  void keep(EncryptedSecret newSecret) {
    this.secret = newSecret;
  }

  boolean hasScheme(String other) {
    return scheme.equals(other);
  }

  boolean hasAuthority(String other) {
    return Objects.equals(authority, other);
  }

  /** What the secret's ciphertext is bound to, so that it can't be moved to another provider. */
  String secretContext() {
    return key.toString();
  }

  public String id() {
    return key.id();
  }

  public String scheme() {
    return scheme;
  }

  public String type() {
    return type;
  }

  public String displayName() {
    return displayName;
  }

  public boolean isEnabled() {
    return enabled;
  }

  /** How users sign in by it, without the secret. */
  public OidcClient client() {
    return client;
  }

  Optional<EncryptedSecret> secret() {
    return Optional.ofNullable(secret);
  }
}
