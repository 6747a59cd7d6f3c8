package io.rollcall.access;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.platform.actor.Actor;
import io.rollcall.platform.actor.RequestId;
import io.rollcall.platform.crypto.Digests;
import io.rollcall.platform.database.TenantKey;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The right to steer one tenant. Kept as a digest; the key itself is known to its holder only. */
@Entity
@Table(name = "admin_key")
public class AdminKey {

  /** What the id of a key looks like. */
  public static final String ID_PATTERN = "[0-9a-f]{32}";

  @EmbeddedId private TenantKey key;

  @Column(name = "name")
  private String name;

  @Column(name = "role")
  @Enumerated(EnumType.STRING)
  private AdminRole role;

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

  /** For JPA. */
  protected AdminKey() {}

  /**
   * Makes the key known.
   *
   * @throws IllegalArgumentException when the value isn't 32 to 256 visible ASCII characters
   */
  AdminKey(
      String tenantId, AdminKeyDescription description, String value, String by, Instant created) {
    if (!KeyValue.canBe(value)) {
      throw new IllegalArgumentException(
          "Admin key: expected 32 to 256 visible ASCII characters without blanks. Set another"
              + " ROLLCALL_ADMIN_KEY.");
    }
    this.key = new TenantKey(tenantId, KeyValue.idOf(value));
    this.name = description.name();
    this.role = description.role();
    this.expires = description.expires();
    this.digest = Digests.sha256(value);
    this.createdBy = by;
    this.created = created;
  }

  boolean matches(String value) {
    return Digests.equal(digest, Digests.sha256(value));
  }

  boolean isExpired(Instant now) {
    return expires != null && !now.isBefore(expires);
  }

  /** Whether it lets its tenant be steered for ever, as one key of each tenant does. */
  boolean isLasting() {
    return role == AdminRole.ADMIN && expires == null;
  }

  /** The minute to note as that of the last use; empty while it is noted already. */
  Optional<Instant> newlyUsed(Instant now) {
    var minute = now.truncatedTo(ChronoUnit.MINUTES);
    return Optional.of(minute).filter(m -> lastUsed == null || lastUsed.isBefore(m));
  }

  Administrator administrator(RequestId request) {
    return new Administrator(key.tenantId(), key.id(), role, request);
  }

  public String id() {
    return key.id();
  }

  public String name() {
    return name;
  }

  public AdminRole role() {
    return role;
  }

  public Instant created() {
    return created;
  }

  /** Who made it, as an {@link Actor} is written down; empty when the first start did. */
  public Optional<String> createdBy() {
    return Optional.ofNullable(createdBy);
  }

  /** The minute of the last use; empty when there was none. */
  public Optional<Instant> lastUsed() {
    return Optional.ofNullable(lastUsed);
  }

  /** When the key ends; empty when it doesn't by itself. */
  public Optional<Instant> expires() {
    return Optional.ofNullable(expires);
  }
}
