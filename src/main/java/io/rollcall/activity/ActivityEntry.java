package io.rollcall.activity;

import io.rollcall.platform.Ids;
import io.rollcall.platform.actor.Actor;
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

  @Column(name = "part_of")
  private String partOf;

  @Column(name = "actor_type")
  private String actorType;

  @Column(name = "actor_id")
  private String actorId;

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

  @Column(name = "status")
  private Integer status;

  @Column(name = "cause")
  private String cause;

  @Column(name = "times")
  private long times = 1;

  @Column(name = "last_occurred")
  private Instant lastOccurred;

  @Column(name = "details")
  private String details;

  /** For JPA. */
  protected ActivityEntry() {}

  ActivityEntry(String tenantId, Actor actor, Instant occurred, Outcome outcome) {
    this(new TenantKey(tenantId, Ids.next()), actor, occurred, outcome);
    this.partOf = actor.request().bundle().orElse(null);
  }

  private ActivityEntry(TenantKey key, Actor actor, Instant occurred, Outcome outcome) {
    this.key = key;
    this.occurred = occurred;
    this.lastOccurred = occurred;
    this.requestId = actor.request().value();
    this.clientRequestId = actor.request().ofClient().orElse(null);
    this.actorType = actor.kind().toString();
    this.actorId = actor.id();
    this.providerId = actor.providerId().orElse(null);
    this.outcome = outcome;
  }

  /** The entry of a bulk request, of which those of its operations are parts. */
  static ActivityEntry bundle(TenantKey key, Actor actor, Instant occurred, Outcome outcome) {
    var entry = new ActivityEntry(key, actor, occurred, outcome);
    entry.partOf = key.id();
    return entry;
  }

  /** What it was about. */
  void about(String type, Optional<String> id, Optional<String> name) {
    this.resourceType = type;
    this.resourceId = id.orElse(null);
    this.subject = name.map(Names::shown).orElse(null);
  }

  /** Why it was refused, and with what status. */
  void refused(int httpStatus, Cause why) {
    this.status = httpStatus;
    this.cause = why.keyword();
  }

  /** The same happened again. */
  void again(long howOften, Instant last) {
    this.times += howOften;
    this.lastOccurred = last;
  }

  /** What else there is to tell, without tokens; more than 64 KiB isn't kept. */
  void tell(JsonObject all) {
    var text = Redaction.withoutTokens(all.toString());
    this.details = text.length() <= MAX_DETAILS ? text : "{\"omitted\":\"larger than 64 KiB\"}";
  }

  TenantKey key() {
    return key;
  }

  public String id() {
    return key.id();
  }

  /** When it happened, or happened first. */
  public Instant occurred() {
    return occurred;
  }

  /** How often the same happened within the hour: 1, but for what is joined. */
  public long times() {
    return times;
  }

  /** When it happened last. */
  public Instant lastOccurred() {
    return lastOccurred;
  }

  public String requestId() {
    return requestId;
  }

  /** The name that the client gave to its request; empty when it gave none. */
  public Optional<String> clientRequestId() {
    return Optional.ofNullable(clientRequestId);
  }

  /** Whether it stands for a bulk request, and the entries of its operations are parts of it. */
  public boolean isBundle() {
    return key.id().equals(partOf);
  }

  /** The entry of the bulk request that it is a part of; empty when it isn't. */
  public Optional<String> partOf() {
    return Optional.ofNullable(partOf).filter(id -> !isBundle());
  }

  /** What kind of credential it was done with: {@code scimToken}. */
  public String actorType() {
    return actorType;
  }

  /** The public id of that credential. */
  public String actorId() {
    return actorId;
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

  /** Why it was refused; empty when it wasn't. */
  public Optional<Cause> cause() {
    return Optional.ofNullable(cause).flatMap(Cause::of);
  }

  /** What else there is to tell, see {@link ActivityLog}. */
  public JsonObject details() {
    return SharedJson.readObject(details);
  }
}
