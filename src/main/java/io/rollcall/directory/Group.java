package io.rollcall.directory;

import io.rollcall.platform.database.TenantKey;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
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

  @Column(name = "member_count")
  private long memberCount;

  /** For JPA. */
  protected Group() {}

  Group(TenantKey key, String providerId, Origin origin, Writing creation) {
    super(key, providerId, origin, creation);
  }

  /** So many members came, or went if the number is negative. */
  void count(long difference) {
    memberCount += difference;
  }

  /** How many members it has, without those of groups in it. */
  public long memberCount() {
    return memberCount;
  }

  @Override
  public ResourceType type() {
    return ResourceType.GROUP;
  }

  /** What is nobody's may have any name: providers that are gone may have had the same. */
  @Override
  String uniquenessScope() {
    return isNobodys() ? providerId() + "/" + id() : providerId();
  }

  @Override
  List<AttributePath> identity() {
    return List.of();
  }
}
