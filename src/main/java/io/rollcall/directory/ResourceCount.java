package io.rollcall.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/**
 * A part of the number of resources of one type that a provider has; the sum of all parts is the
 * number.
 */
@Entity
@Table(name = "resource_count")
public class ResourceCount {

  @EmbeddedId private Key key;

  @Column(name = "resources")
  private long resources;

  /** For JPA. */
  protected ResourceCount() {}

  ResourceCount(String tenantId, String typeName, String providerId, int slice) {
    this.key = new Key(tenantId, typeName, providerId, slice);
  }

  /** Of what it is the number. */
  @Embeddable
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1;

    @Column(name = "tenant_id")
    private String tenantId;

    @Column(name = "resource_type")
    private String typeName;

    @Column(name = "provider_id")
    private String providerId;

    @Column(name = "slice")
    private int slice;

    /** For JPA. */
    protected Key() {}

    Key(String tenantId, String typeName, String providerId, int slice) {
      this.tenantId = tenantId;
      this.typeName = typeName;
      this.providerId = providerId;
      this.slice = slice;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && tenantId.equals(key.tenantId)
          && typeName.equals(key.typeName)
          && providerId.equals(key.providerId)
          && slice == key.slice;
    }

    @Override
    public int hashCode() {
      return Objects.hash(tenantId, typeName, providerId, slice);
    }
  }
}
