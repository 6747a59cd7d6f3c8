package io.rollcall.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
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
      Set.of(
          "account",
          "admin",
          "api",
          "console",
          "core",
          "health",
          "login",
          "logout",
          "metrics",
          "oauth2",
          "openapi",
          "ui",
          "well-known");

  /** What an id may be, in words, after "expected". */
  static final String EXPECTED_ID =
      "1 to 64 of a-z, 0-9 and -, and none of " + RESERVED.stream().sorted().toList();

  @Id
  @Column(name = "tenant_id")
  private String id;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "status")
  @Enumerated(EnumType.STRING)
  private TenantStatus status;

  @Column(name = "status_since")
  private Instant statusSince;

  @Column(name = "remaining")
  private Long remaining;

  @Column(name = "encryption_key_id")
  private String encryptionKeyId;

  @Column(name = "created")
  private Instant created;

  /** For JPA. */
  protected Tenant() {}

  /**
   * A new tenant.
   *
   * @param displayName what people call it, at most 255 characters
   * @param encryptionKeyId the id of the key that the nodes use for it
   * @throws IllegalArgumentException when the id isn't 1 to 64 of a-z, 0-9 and -, or is the first
   *     part of an address of our own
   */
  public Tenant(String id, String displayName, String encryptionKeyId, Instant created) {
    if (!canBeId(id)) {
      throw new IllegalArgumentException(
          "Tenant id: expected %s, got %s.".formatted(EXPECTED_ID, id));
    }
    this.id = id;
    this.displayName = displayName;
    this.status = TenantStatus.ACTIVE;
    this.statusSince = created;
    this.encryptionKeyId = encryptionKeyId;
    this.created = created;
  }

  /** Whether a tenant could have that id: it has the form of one, and is no address of our own. */
  public static boolean canBeId(String text) {
    return ID.matcher(text).matches() && !RESERVED.contains(text);
  }

  void rename(String newDisplayName) {
    this.displayName = newDisplayName;
  }

  void become(TenantStatus newStatus, Instant now) {
    if (status != newStatus) {
      this.status = newStatus;
      this.statusSince = now;
    }
  }

  /** Everything that it has is to be removed: so many rows. */
  void beginDeletion(long rows, Instant now) {
    become(TenantStatus.DELETING, now);
    this.remaining = rows;
  }

  /** Some of these have been; others may have come meanwhile. */
  void haveRemoved(long rows) {
    this.remaining = Math.max(0, remaining - rows);
  }

  public String id() {
    return id;
  }

  public String displayName() {
    return displayName;
  }

  public TenantStatus status() {
    return status;
  }

  /** When it became what {@link #status} says. */
  Instant statusSince() {
    return statusSince;
  }

  public Instant created() {
    return created;
  }

  /** How many rows are still to be removed; empty unless it is being deleted. */
  public Optional<Long> remaining() {
    return Optional.ofNullable(remaining);
  }
}
