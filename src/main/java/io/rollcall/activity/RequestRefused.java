package io.rollcall.activity;

import io.rollcall.access.Actor;
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
 * @param asked what was asked for, as a verb: {@code create}
 * @param type what it was about; empty when that isn't known
 * @param resourceId which resource, as it was asked for; empty when there was none yet
 * @param subject by what name the request called it; empty when it didn't
 * @param status the HTTP status of the answer
 * @param scimType SCIM's keyword; empty when there is none
 * @param cause why, in a word
 * @param facts what the texts of that cause name
 * @param names all names by which the request called it, at most 10
 * @param reason what is wrong and what to change, as the answer says it
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
    Cause cause,
    Map<String, String> facts,
    List<String> names,
    String reason)
    implements OfTenant {}
