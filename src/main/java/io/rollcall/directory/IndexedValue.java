package io.rollcall.directory;

import io.rollcall.platform.database.TenantKey;
import io.rollcall.scim.resource.ComparisonKey;
import io.rollcall.scim.resource.ResourceIndex;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** One value of a resource in the form in which filters compare it. */
@Entity
@Table(name = "indexed_value")
public class IndexedValue {

  private static final int HEAD_LENGTH = 100;
  private static final int BOUNDED_LENGTH = 400;

  @EmbeddedId private Key key;

  /** The beginning of the value, short enough for any database's index. */
  @Column(name = "value_head")
  private String head;

  @Column(name = "value_key")
  private String value;

  /** 1 for the value that resources are sorted by; JPA providers differ in what true is in SQL. */
  @Column(name = "representative")
  private int representative;

  /** For queries that sort resources by their values; never read. */
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(
      name = "tenant_id",
      referencedColumnName = "tenant_id",
      insertable = false,
      updatable = false)
  @JoinColumn(
      name = "resource_id",
      referencedColumnName = "id",
      insertable = false,
      updatable = false)
  private StoredResource resource;

  /** For JPA. */
  protected IndexedValue() {}

  IndexedValue(TenantKey resource, ResourceIndex.Entry entry) {
    this.key = new Key(resource, entry);
    this.head = head(entry.key());
    this.value = entry.key();
    this.representative = entry.representative() ? 1 : 0;
  }

  String head() {
    return head;
  }

  String value() {
    return value;
  }

  int representative() {
    return representative;
  }

  /** The beginning of a key, at most 100 characters. */
  public static String head(String key) {
    return key.length() <= HEAD_LENGTH ? key : key.substring(0, HEAD_LENGTH);
  }

  /** A key that fits into an index as a whole: a long one ends in its digest. */
  static String bounded(String key) {
    return key.length() <= BOUNDED_LENGTH ? key : head(key) + "#" + ComparisonKey.digest(key);
  }

  /** Which value of which resource. */
  @Embeddable
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1;

    @Column(name = "tenant_id")
    private String tenantId;

    @Column(name = "resource_id")
    private String resourceId;

    @Column(name = "path")
    private String path;

    @Column(name = "element")
    private int element;

    /** For JPA. */
    protected Key() {}

    Key(TenantKey resource, ResourceIndex.Entry entry) {
      this.tenantId = resource.tenantId();
      this.resourceId = resource.id();
      this.path = entry.path();
      this.element = entry.element();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && tenantId.equals(key.tenantId)
          && resourceId.equals(key.resourceId)
          && path.equals(key.path)
          && element == key.element;
    }

    @Override
    public int hashCode() {
      return Objects.hash(tenantId, resourceId, path, element);
    }
  }
}
