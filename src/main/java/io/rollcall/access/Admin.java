package io.rollcall.access;

import io.rollcall.platform.work.OfTenant;
/**
 * An admin who came to a door with a valid key.
 *
 * @param tenantId the tenant that the key steers
 * @param keyId which key it was
 */
public record Admin(String tenantId, String keyId) implements OfTenant {}
