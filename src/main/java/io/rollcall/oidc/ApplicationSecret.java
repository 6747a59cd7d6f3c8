package io.rollcall.oidc;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.platform.crypto.Digests;
import io.rollcall.platform.database.TenantKey;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * By what an application proves that it is itself. Two of one application hold side by side, so
 * that one can be replaced without a gap.
 */
@Entity
@Table(name = "application_secret")
public class ApplicationSecret {

  @EmbeddedId private TenantKey key;

  @Column(name = "application_id")
  private String applicationId;

  @Column(name = "digest")
  private String digest;

  @Column(name = "created")
  private Instant created;

  @Column(name = "created_by")
  private String createdBy;

  /** For JPA. */
  protected ApplicationSecret() {}

  ApplicationSecret(
      Administrator admin, String id, String applicationId, String value, Instant created) {
    this.key = new TenantKey(admin.tenantId(), id);
    this.applicationId = applicationId;
    this.digest = Digests.sha256(value);
    this.created = created;
    this.createdBy = admin.actor().toString();
  }

  public String id() {
    return key.id();
  }

  boolean has(String otherDigest) {
    return Digests.equal(digest, otherDigest);
  }

  String applicationId() {
    return applicationId;
  }

  public Instant created() {
    return created;
  }

  /** Who made it, as an actor is written down. */
  public String createdBy() {
    return createdBy;
  }
}
