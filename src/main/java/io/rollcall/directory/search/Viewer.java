package io.rollcall.directory.search;

import io.rollcall.platform.work.OfTenant;
import io.rollcall.scim.schema.ResourceType;

/** For whom is searched: what it may see, and how it is told where things are. */
public interface Viewer extends OfTenant {

  /** The SSO provider whose names for resources it may see and find by. */
  String providerId();

  /** Whether it may see and find by the names that all providers have for resources. */
  default boolean seesAllNames() {
    return false;
  }

  /**
   * The address of a resource: what {@code meta.location} and {@code $ref} say of it.
   *
   * @param type its type
   * @param id its id; an empty text for the beginning that all resources of the type share
   */
  String location(ResourceType type, String id);
}
