package io.rollcall.activity.overview;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** One slice of how often something ended in one way in one hour. */
@Entity
@Table(name = "activity_hour")
class HourCount {

  @EmbeddedId private Key key;

  @Column(name = "times")
  private long times;

  /** For JPA. */
  protected HourCount() {}

  HourCount(Key key, long times) {
    this.key = key;
    this.times = times;
  }

  /**
   * Which hour of which provider, which outcome, which slice.
   *
   * <p>The provider is {@code nobody} for what was done for none; the outcome is that of an entry,
   * or {@code read}.
   */
  @Embeddable
  static class Key implements Serializable {

    private static final long serialVersionUID = 1;

    @Column(name = "tenant_id")
    private String tenantId;

    @Column(name = "provider_id")
    private String providerId;

    @Column(name = "hour_number")
    private long hour;

    @Column(name = "outcome")
    private String outcome;

    @Column(name = "slice")
    private int slice;

    /** For JPA. */
    protected Key() {}

    Key(String tenantId, String providerId, long hour, String outcome, int slice) {
      this.tenantId = tenantId;
      this.providerId = providerId;
      this.hour = hour;
      this.outcome = outcome;
      this.slice = slice;
    }

    String tenantId() {
      return tenantId;
    }

    String providerId() {
      return providerId;
    }

    long hour() {
      return hour;
    }

    String outcome() {
      return outcome;
    }

    int slice() {
      return slice;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && tenantId.equals(key.tenantId)
          && providerId.equals(key.providerId)
          && hour == key.hour
          && outcome.equals(key.outcome)
          && slice == key.slice;
    }

    @Override
    public int hashCode() {
      return Objects.hash(tenantId, providerId, hour, outcome, slice);
    }
  }
}
