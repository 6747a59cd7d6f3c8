package io.rollcall.activity;

import io.rollcall.scim.message.Excerpt;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.util.Objects;

/** Which entry has what was refused for one cause in one hour. */
@Entity
@Table(name = "activity_joined")
class JoinedEntry {

  @EmbeddedId private Key key;

  @Column(name = "entry_id")
  private String entryId;

  /** For JPA. */
  protected JoinedEntry() {}

  JoinedEntry(Key key, String entryId) {
    this.key = key;
    this.entryId = entryId;
  }

  String entryId() {
    return entryId;
  }

  /** Which cause, by whom and of what, and which hour since 1970 UTC. */
  @Embeddable
  static class Key implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int MAX_NAME = 120;

    @Column(name = "tenant_id")
    private String tenantId;

    @Column(name = "hour_number")
    private long hour;

    @Column(name = "name")
    private String name;

    /** Known of what is in memory. */
    @Transient private String kind;

    /** For JPA. */
    protected Key() {}

    Key(JoinedRefusal refusal, long hour) {
      this.tenantId = refusal.tenantId();
      this.hour = hour;
      this.name = Excerpt.beginning(kind(refusal) + Words.plain(refusal.about()), MAX_NAME);
      this.kind = kind(refusal);
    }

    private static String kind(JoinedRefusal refusal) {
      return refusal.cause().keyword() + " " + refusal.actor().id() + " ";
    }

    /** Whether it is of the same tenant, hour, cause and actor. */
    boolean isAlike(Key other) {
      return tenantId.equals(other.tenantId) && hour == other.hour && kind.equals(other.kind);
    }

    String tenantId() {
      return tenantId;
    }

    long hour() {
      return hour;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && tenantId.equals(key.tenantId)
          && hour == key.hour
          && name.equals(key.name);
    }

    @Override
    public int hashCode() {
      return Objects.hash(tenantId, hour, name);
    }
  }
}
