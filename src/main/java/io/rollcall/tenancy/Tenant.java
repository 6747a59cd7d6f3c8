package io.rollcall.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

/** A customer's directory: the wall around its users, groups, providers and tokens. */
@Entity
@Table(name = "tenant")
public class Tenant {

  /** What a tenant id looks like, as the first part of a path. */
  public static final String ID_PATTERN = "[a-z0-9-]{1,64}";

  private static final Pattern ID = Pattern.compile(ID_PATTERN);
  private static final Set<String> RESERVED =
      Set.of("core", "api", "console", "ui", "admin", "health", "metrics", "openapi", "well-known");

  @Id
  @Column(name = "tenant_id")
  private String id;

  @Column(name = "encryption_key_id")
  private String encryptionKeyId;

  @Column(name = "created")
  private Instant created;

  /** For JPA. */
  protected Tenant() {}

  /**
   * A new tenant.
   *
   * @param encryptionKeyId the id of the key that the nodes use for it
   * @throws IllegalArgumentException when the id isn't 1 to 64 of a-z, 0-9 and -, or is the first
   *     part of an address of our own
   */
  public Tenant(String id, String encryptionKeyId, Instant created) {
    if (!ID.matcher(id).matches() || RESERVED.contains(id)) {
      throw new IllegalArgumentException(
          "Tenant id: expected 1 to 64 of a-z, 0-9 and -, and none of %s, got %s."
              .formatted(RESERVED.stream().sorted().toList(), id));
    }
    this.id = id;
    this.encryptionKeyId = encryptionKeyId;
    this.created = created;
  }

  public String id() {
    return id;
  }
}
