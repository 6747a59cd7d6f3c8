package io.rollcall.activity.overview;

import io.rollcall.activity.Cause;
import io.rollcall.activity.Facts;
import io.rollcall.scim.schema.ResourceType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Somebody, or a token, that was refused for one cause, as far as is known up to now. */
@Entity
@Table(name = "failing")
public class Failing {

  @EmbeddedId private Key key;

  @Column(name = "name")
  private String name;

  @Column(name = "resource_type")
  private String resourceType;

  @Column(name = "resource_id")
  private String resourceId;

  @Column(name = "since")
  private Instant since;

  @Column(name = "last_time")
  private Instant last;

  @Column(name = "times")
  private long times;

  @Column(name = "facts")
  private String facts;

  /** For JPA. */
  protected Failing() {}

  Failing(Key key, Instant since) {
    this.key = key;
    this.since = since;
    this.last = since;
    this.facts = "{}";
  }

  /** It happened again. */
  void again(long howOften, Instant now, Map<String, String> newFacts) {
    last = now;
    times += howOften;
    facts = Facts.json(newFacts).toString();
  }

  /** Whom it is about. */
  void about(Optional<String> shown, Optional<String> type, Optional<String> id) {
    name = shown.orElse(name);
    resourceType = type.orElse(resourceType);
    resourceId = id.orElse(resourceId);
  }

  /** It was let through meanwhile, and fails anew. */
  void beginAnew(Instant now) {
    since = now;
    times = 0;
  }

  Key key() {
    return key;
  }

  /** The keyword of the cause. */
  public Cause cause() {
    return Cause.of(key.cause).orElse(Cause.OTHER);
  }

  /** What the cause is about: an attribute. Empty when that says nothing. */
  public String about() {
    return key.about;
  }

  public String providerId() {
    return key.providerId;
  }

  /** The name of the person or group; empty when it isn't about one, or it has none. */
  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /** Whether it is about a group rather than a user. */
  boolean isGroup() {
    return ResourceType.GROUP.name().equals(resourceType);
  }

  /** {@code User} or {@code Group}; empty when that isn't known. */
  public Optional<String> resourceType() {
    return Optional.ofNullable(resourceType);
  }

  /** The resource that is there; empty when there was none yet. */
  public Optional<String> resourceId() {
    return Optional.ofNullable(resourceId);
  }

  /** The first time. */
  public Instant since() {
    return since;
  }

  /** The last time. */
  public Instant last() {
    return last;
  }

  /** How often. */
  public long times() {
    return times;
  }

  /** What the texts of the cause name. */
  public Map<String, String> facts() {
    return Facts.read(facts);
  }

  /** Who failed for what. */
  @Embeddable
  static class Key implements Serializable, Comparable<Key> {

    private static final long serialVersionUID = 1;

    private static final Comparator<Key> ORDER =
        Comparator.<Key, String>comparing(key -> key.tenantId)
            .thenComparing(key -> key.providerId)
            .thenComparing(key -> key.person)
            .thenComparing(key -> key.cause)
            .thenComparing(key -> key.about);

    @Column(name = "tenant_id")
    private String tenantId;

    @Column(name = "provider_id")
    private String providerId;

    @Column(name = "person")
    private String person;

    @Column(name = "cause")
    private String cause;

    @Column(name = "about")
    private String about;

    /** For JPA. */
    protected Key() {}

    Key(String tenantId, String providerId, String person, Cause cause, String about) {
      this.tenantId = tenantId;
      this.providerId = providerId;
      this.person = person;
      this.cause = cause.keyword();
      this.about = about;
    }

    String tenantId() {
      return tenantId;
    }

    /** By what a person is known who fails: the id, or else the key of a name. */
    String person() {
      return person;
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
          && person.equals(key.person)
          && cause.equals(key.cause)
          && about.equals(key.about);
    }

    @Override
    public int hashCode() {
      return Objects.hash(tenantId, providerId, person, cause, about);
    }
  }
}
