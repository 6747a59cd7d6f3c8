package io.rollcall.platform.database;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * The primary key of what belongs to a tenant: no row can be named without naming its tenant. In
 * the order of the tenants.
 */
@Embeddable
public class TenantKey implements Serializable, Comparable<TenantKey> {

  private static final long serialVersionUID = 1;

  private static final Comparator<TenantKey> ORDER =
      Comparator.comparing(TenantKey::tenantId).thenComparing(TenantKey::id);

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "id")
  private String id;

  /** For JPA. */
  protected TenantKey() {}

  public TenantKey(String tenantId, String id) {
    this.tenantId = tenantId;
    this.id = id;
  }

  public String tenantId() {
    return tenantId;
  }

  public String id() {
    return id;
  }

  @Override
  public int compareTo(TenantKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TenantKey key && tenantId.equals(key.tenantId) && id.equals(key.id);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tenantId, id);
  }

  @Override
  public String toString() {
    return tenantId + "/" + id;
  }
}
