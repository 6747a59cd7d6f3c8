package io.rollcall.activity;

import io.rollcall.platform.actor.Actor;
import io.rollcall.platform.work.OfTenant;
import io.rollcall.scim.schema.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An event: somebody who was recognised asked for something, and didn't get it.
 *
 * @param tenantId the tenant
 * @param actor who asked
 * @param asked what was asked for, as a verb: {@code create}, {@code replace}, {@code change},
 *     {@code delete}, {@code read}, {@code search}; {@code bulk} for several at once, {@code do}
 *     for one of them that is none of these
 * @param type what it was about; empty when that isn't known
 * @param resourceId which resource, as it was asked for; empty when there was none yet
 * @param subject by what name it is shown; empty when the request didn't name it
 * @param status the HTTP status of the answer
 * @param scimType SCIM's keyword; empty when there is none
 * @param reason what is wrong and what to change, as the answer says it
 * @param cause why, in general
 * @param facts what goes into the texts of the cause, see {@link Cause}
 * @param names every name by which the request called it: userName, externalId, e-mail addresses;
 *     at most ten, each a text that can be stored
 */
public record RequestRefused(
    String tenantId,
    Actor actor,
    String asked,
    Optional<ResourceType> type,
    Optional<String> resourceId,
    Optional<String> subject,
    int status,
    Optional<String> scimType,
    String reason,
    Cause cause,
    Map<String, String> facts,
    List<String> names)
    implements OfTenant {}
