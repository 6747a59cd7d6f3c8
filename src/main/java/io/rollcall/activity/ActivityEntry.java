package io.rollcall.activity;

import io.rollcall.access.Actor;
import io.rollcall.directory.ResourceRef;
import io.rollcall.platform.Ids;
import io.rollcall.platform.database.TenantKey;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** One thing that somebody did, or was refused to do, to one resource. */
@Entity
@Table(name = "activity")
public class ActivityEntry {

  /** The action of an entry that tells what was not done. */
  static final String REFUSED = "REFUSED";

  @EmbeddedId private TenantKey key;

  @Column(name = "occurred")
  private Instant occurred;

  @Column(name = "actor")
  private String actor;

  @Column(name = "provider_id")
  private String providerId;

  @Column(name = "action")
  private String action;

  @Column(name = "resource_type")
  private String resourceType;

  @Column(name = "resource_id")
  private String resourceId;

  @Column(name = "details")
  private String details;

  /** For JPA. */
  protected ActivityEntry() {}

  ActivityEntry(
      Actor actor, Instant occurred, String action, ResourceRef resource, JsonObject details) {
    this.key = new TenantKey(resource.tenantId(), Ids.next());
    this.occurred = occurred;
    this.actor = actor.toString();
    this.providerId = actor.providerId().orElse(null);
    this.action = action;
    this.resourceType = resource.type().name();
    this.resourceId = resource.id();
    this.details = details.toString();
  }
}
