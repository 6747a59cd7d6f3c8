package io.rollcall.directory;

import io.rollcall.platform.work.OfTenant;
import io.rollcall.scim.schema.ResourceType;

/**
 * Which resource of a tenant is meant; there need not be one.
 *
 * @param tenantId the tenant
 * @param type the resource's type
 * @param id its id, as a client sent it
 */
public record ResourceRef(String tenantId, ResourceType type, String id) implements OfTenant {}
