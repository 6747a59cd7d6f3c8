package io.rollcall.access;

import io.rollcall.scim.schema.ResourceTypes;
/**
 * What is found out when an identity provider comes in.
 *
 * @param caller who it is
 * @param types the resource types as they are in its tenant, with its extensions
 */
public record Entrance(Caller caller, ResourceTypes types) {}
