package io.rollcall.activity;

import io.rollcall.access.Actor;
import io.rollcall.platform.Ids;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** One thing that somebody did, or was refused to do. */
@Entity
@Table(name = "activity")
public class ActivityEntry {

  private static final int MAX_DETAILS = 64 * 1024;

  @EmbeddedId private TenantKey key;

  @Column(name = "occurred")
  private Instant occurred;

  @Column(name = "request_id")
  private String requestId;

  @Column(name = "client_request_id")
  private String clientRequestId;

  @Column(name = "actor")
  private String actor;

  @Column(name = "provider_id")
  private String providerId;

  @Column(name = "outcome")
  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  @Column(name = "resource_type")
  private String resourceType;

  @Column(name = "resource_id")
  private String resourceId;

  @Column(name = "subject")
  private String subject;

  @Column(name = "subject_key")
  private String subjectKey;

  @Column(name = "status")
  private Integer status;

  @Column(name = "details")
  private String details;

  /** For JPA. */
  protected ActivityEntry() {}

  ActivityEntry(String tenantId, Actor actor, Instant occurred, Outcome outcome) {
    this.key = new TenantKey(tenantId, Ids.next());
    this.occurred = occurred;
    this.requestId = actor.request().value();
    this.clientRequestId = actor.request().ofClient().orElse(null);
    this.actor = actor.toString();
    this.providerId = actor.providerId().orElse(null);
    this.outcome = outcome;
  }

  /** What it was about. */
  void about(String type, Optional<String> id, Optional<Subject> named) {
    this.resourceType = type;
    this.resourceId = id.orElse(null);
    this.subject = named.map(Subject::shown).orElse(null);
    this.subjectKey = named.map(Subject::key).orElse(null);
  }

  /** The status of the answer, where that isn't clear from the outcome. */
  void answered(int httpStatus) {
    this.status = httpStatus;
  }

  /** What else there is to tell; more than 64 KiB isn't kept. */
  void tell(JsonObject all) {
    var text = all.toString();
    this.details = text.length() <= MAX_DETAILS ? text : "{\"omitted\":\"larger than 64 KiB\"}";
  }

  public String id() {
    return key.id();
  }

  public Instant occurred() {
    return occurred;
  }

  public String requestId() {
    return requestId;
  }

  /** The name that the client gave to its request; empty when it gave none. */
  public Optional<String> clientRequestId() {
    return Optional.ofNullable(clientRequestId);
  }

  /** Who did it: {@code scim-token:4fJ2…}. */
  public String actor() {
    return actor;
  }

  /** The SSO provider for which it was done, which may be gone; empty for an admin. */
  public Optional<String> providerId() {
    return Optional.ofNullable(providerId);
  }

  public Outcome outcome() {
    return outcome;
  }

  /** {@code User} or {@code Group}; empty when it was about neither. */
  public Optional<String> resourceType() {
    return Optional.ofNullable(resourceType);
  }

  /** The resource, which may be gone; empty when there was none. */
  public Optional<String> resourceId() {
    return Optional.ofNullable(resourceId);
  }

  /** By what name the resource was known then; empty when nobody said. */
  public Optional<String> subject() {
    return Optional.ofNullable(subject);
  }

  /** The status of an answer that refused; empty for all else. */
  public Optional<Integer> status() {
    return Optional.ofNullable(status);
  }

  /** What else there is to tell, see {@link ActivityLog}. */
  public JsonObject details() {
    return SharedJson.readObject(details);
  }
}
