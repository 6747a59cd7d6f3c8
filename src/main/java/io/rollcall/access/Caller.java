package io.rollcall.access;

import io.rollcall.platform.work.OfTenant;
/**
 * An identity provider that came to a door with a valid SCIM token.
 *
 * @param tenantId the tenant that the token is of
 * @param providerId the SSO provider that the token was made for
 * @param tokenId which token it was
 */
public record Caller(String tenantId, String providerId, String tokenId) implements OfTenant {}
