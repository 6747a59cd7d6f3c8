package io.rollcall.activity.overview;

import io.rollcall.platform.database.TenantKey;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The day on which the provider that has a resource last named it. */
@Entity
@Table(name = "named_resource")
class NamedResource {

  @EmbeddedId
  @AttributeOverride(name = "id", column = @Column(name = "resource_id"))
  private TenantKey key;

  @Column(name = "provider_id")
  private String providerId;

  /** Since 1970 UTC. */
  @Column(name = "day_number")
  private int day;

  /** For JPA. */
  protected NamedResource() {}

  NamedResource(TenantKey resource, String providerId, int day) {
    this.key = resource;
    this.providerId = providerId;
    this.day = day;
  }
}
