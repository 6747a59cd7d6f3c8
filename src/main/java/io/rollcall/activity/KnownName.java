package io.rollcall.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/** A name that leads to an entry, and to the resource that had it, where the directory doesn't. */
@Entity
@Table(name = "activity_name")
class KnownName {

  @EmbeddedId private Key key;

  @Column(name = "resource_id")
  private String resourceId;

  /** For JPA. */
  protected KnownName() {}

  KnownName(ActivityEntry entry, String nameKey) {
    this.key = new Key(entry, nameKey);
    this.resourceId = entry.resourceId().orElse(null);
  }

  String entryId() {
    return key.entryId;
  }

  Optional<String> resourceId() {
    return Optional.ofNullable(resourceId);
  }

  /** Which name, and which entry. */
  @Embeddable
  static class Key implements Serializable {

    private static final long serialVersionUID = 1;

    @Column(name = "tenant_id")
    private String tenantId;

    @Column(name = "name_key")
    private String name;

    @Column(name = "entry_id")
    private String entryId;

    /** For JPA. */
    protected Key() {}

    Key(ActivityEntry entry, String name) {
      this.tenantId = entry.key().tenantId();
      this.name = name;
      this.entryId = entry.id();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && tenantId.equals(key.tenantId)
          && name.equals(key.name)
          && entryId.equals(key.entryId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(tenantId, name, entryId);
    }
  }
}
