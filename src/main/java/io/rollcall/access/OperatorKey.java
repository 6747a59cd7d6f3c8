package io.rollcall.access;

import io.rollcall.platform.crypto.Digests;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The right to make tenants, as a digest; there is one at most, and it is no tenant's. */
@Entity
@Table(name = "operator_key")
public class OperatorKey {

  /** The id of the one that there is. */
  static final String ID = "operator";

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "digest")
  private String digest;

  @Column(name = "created")
  private Instant created;

  /** For JPA. */
  protected OperatorKey() {}

  OperatorKey(String value, Instant created) {
    this.id = ID;
    this.digest = Digests.sha256(value);
    this.created = created;
  }

  String digest() {
    return digest;
  }
}
