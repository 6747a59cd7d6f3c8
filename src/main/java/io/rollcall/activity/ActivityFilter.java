package io.rollcall.activity;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of the activity log are meant; what is empty narrows nothing.
 *
 * @param before those before the entry of that id, which is how one reads on
 * @param since those from that time on
 * @param until those before that time
 * @param providerId those of one SSO provider
 * @param actor those of one token or key: {@code scim-token:4fJ2…}
 * @param outcome those that ended so
 * @param resourceId those about one resource
 * @param person those about whoever has that userName, e-mail address, externalId or id, or had
 *     that name
 * @param requestId those of one request, by our name or its client's
 */
public record ActivityFilter(
    Optional<String> before,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<String> providerId,
    Optional<String> actor,
    Optional<Outcome> outcome,
    Optional<String> resourceId,
    Optional<String> person,
    Optional<String> requestId) {}
