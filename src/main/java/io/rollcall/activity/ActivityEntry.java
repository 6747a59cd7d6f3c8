package io.rollcall.activity;

import io.rollcall.access.Caller;
import io.rollcall.platform.database.TenantKey;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** One thing that an identity provider did or was refused to do to one resource. */
@Entity
@Table(name = "activity")
public class ActivityEntry {

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
      Caller caller,
      Instant occurred,
      Action action,
      String resourceType,
      String resourceId,
      JsonObject details) {
    this.key = new TenantKey(caller.tenantId(), UuidCreator.getTimeOrderedEpoch().toString());
    this.occurred = occurred;
    this.actor = "scim-token:" + caller.tokenId();
    this.providerId = caller.providerId();
    this.action = action.name();
    this.resourceType = resourceType;
    this.resourceId = resourceId;
    this.details = details.toString();
  }
}
