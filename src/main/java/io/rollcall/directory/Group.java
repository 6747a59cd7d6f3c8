package io.rollcall.directory;

import io.rollcall.platform.database.TenantKey;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;

/**
 * A group. Its displayName is unique among the groups of its provider in any letter case. Its
 * members are never part of its document: there may be 100,000 of them.
 */
@Entity
@DiscriminatorValue("Group")
public class Group extends StoredResource {

  /** The attribute whose values stand in {@link GroupMember}. */
  public static final AttributePath MEMBERS = ResourceType.GROUP.resolve("members").orElseThrow();

  /** For JPA. */
  protected Group() {}

  Group(TenantKey key, String providerId, Instant created) {
    super(key, providerId, created);
  }

  @Override
  public ResourceType type() {
    return ResourceType.GROUP;
  }

  @Override
  String uniquenessScope() {
    return providerId();
  }

  @Override
  List<AttributePath> identity() {
    return List.of();
  }
}
