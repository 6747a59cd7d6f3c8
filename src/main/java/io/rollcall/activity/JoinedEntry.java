package io.rollcall.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
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

    /** For JPA. */
    protected Key() {}

    Key(JoinedRefusal refusal, long hour) {
      this.tenantId = refusal.tenantId();
      this.hour = hour;
      var whole = refusal.cause().keyword() + " " + refusal.actor().id() + " " + refusal.about();
      this.name = whole.length() <= MAX_NAME ? whole : whole.substring(0, MAX_NAME);
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
