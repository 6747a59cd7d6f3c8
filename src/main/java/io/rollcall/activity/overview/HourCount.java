package io.rollcall.activity.overview;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/** How often something ended in one way in one hour. */
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
   * Which hour of which provider, and which outcome; in the order of all that.
   *
   * <p>The provider is {@code nobody} for what was done for none; the outcome is that of an entry,
   * or {@code read}.
   */
  @Embeddable
  static class Key implements Serializable, Comparable<Key> {

    private static final long serialVersionUID = 1;

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::tenantId)
            .thenComparing(Key::providerId)
            .thenComparing(Key::hour)
            .thenComparing(Key::outcome);

    @Column(name = "tenant_id")
    private String tenantId;

    @Column(name = "provider_id")
    private String providerId;

    @Column(name = "hour_number")
    private long hour;

    @Column(name = "outcome")
    private String outcome;

    /** For JPA. */
    protected Key() {}

    Key(String tenantId, String providerId, long hour, String outcome) {
      this.tenantId = tenantId;
      this.providerId = providerId;
      this.hour = hour;
      this.outcome = outcome;
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

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && tenantId.equals(key.tenantId)
          && providerId.equals(key.providerId)
          && hour == key.hour
          && outcome.equals(key.outcome);
    }

    @Override
    public int hashCode() {
      return Objects.hash(tenantId, providerId, hour, outcome);
    }
  }
}
