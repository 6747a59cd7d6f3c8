package io.rollcall.access;

import io.rollcall.access.Recognition.Reason;
import io.rollcall.platform.actor.RequestId;
import io.rollcall.platform.work.OfTenant;
import java.time.Instant;
import java.util.Optional;

/**
 * An event: somebody came to a SCIM address and wasn't let in. It is fired while the client waits,
 * who must not be able to tell by the time whether anybody takes note of it.
 *
 * @param tenantId the tenant that the path names, of which nobody knows whether there is one; or
 *     the tenant of a token whose secret was right, or, where the path names none, that was named
 * @param reason why
 * @param tokenId the public id of the token; empty when it isn't one of this tenant
 * @param providerId the SSO provider that the token was made for, which may be gone; empty as the
 *     token is
 * @param ended since when the token doesn't hold; empty when it does, or that isn't known
 * @param request the request
 * @param method its method
 * @param address its path below the context root, without the query, as it was sent
 */
public record TurnedAway(
    String tenantId,
    Reason reason,
    Optional<String> tokenId,
    Optional<String> providerId,
    Optional<Instant> ended,
    RequestId request,
    String method,
    String address)
    implements OfTenant {}
