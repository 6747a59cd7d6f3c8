package io.rollcall.access;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.platform.crypto.Digests;
import io.rollcall.platform.database.TenantKey;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.regex.Pattern;

/** The right to steer one tenant. Kept as a digest; the key itself is known to its holder only. */
@Entity
@Table(name = "admin_key")
public class AdminKey {

  private static final Pattern VALUE = Pattern.compile("[!-~]{32,256}");

  @EmbeddedId private TenantKey key;

  @Column(name = "digest")
  private String digest;

  @Column(name = "created")
  private Instant created;

  /** For JPA. */
  protected AdminKey() {}

  /**
   * Makes the key known.
   *
   * @throws IllegalArgumentException when the value isn't 32 to 256 visible ASCII characters
   */
  public AdminKey(String tenantId, String value, Instant created) {
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "Admin key: expected 32 to 256 visible ASCII characters without blanks. Set another"
              + " ROLLCALL_ADMIN_KEY.");
    }
    this.key = new TenantKey(tenantId, idOf(value));
    this.digest = Digests.sha256(value);
    this.created = created;
  }

  /** What a key is looked up by: derived from it, and no help in guessing it. */
  static String idOf(String value) {
    return Digests.sha256("id of an admin key: " + value).substring(0, 32);
  }

  boolean matches(String value) {
    return Digests.equal(digest, Digests.sha256(value));
  }

  Administrator administrator(RequestId request) {
    return new Administrator(key.tenantId(), key.id(), request);
  }
}
