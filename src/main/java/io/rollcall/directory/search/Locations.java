package io.rollcall.directory.search;

import io.rollcall.scim.schema.ResourceType;
/** The addresses by which the client of the current request sees the resources. */
public interface Locations {

  /**
   * The address of a resource: what {@code meta.location} and {@code $ref} say of it.
   *
   * @param type its type
   * @param id its id; an empty text for the beginning that all resources of the type share
   */
  String location(ResourceType type, String id);
}
