package io.rollcall.activity;

import io.rollcall.platform.actor.Actor;
import io.rollcall.platform.work.OfTenant;
import java.util.Map;
import java.util.Optional;

/**
 * An event: something was refused before it could be known what it is about, or whoever asked, so
 * that anybody could make any number of these. Those of one cause and hour become one entry.
 *
 * @param tenantId the tenant, which need not exist
 * @param actor who asked, as far as that is known
 * @param cause why it was refused
 * @param about what else tells it from others of that cause: a token's public id, an address
 * @param status the HTTP status of the answer
 * @param reason what is wrong and what to change, as the answer says it
 * @param facts what the texts of the cause name
 * @param seemingProviderId the SSO provider that it seems to have been, by no more than the public
 *     id of a token that it was made for; empty when it is known who asked, or nothing is
 */
public record JoinedRefusal(
    String tenantId,
    Actor actor,
    Cause cause,
    String about,
    int status,
    String reason,
    Map<String, String> facts,
    Optional<String> seemingProviderId)
    implements OfTenant {

  /** The same, whatever else tells it from others of that cause. */
  JoinedRefusal inGeneral() {
    return new JoinedRefusal(
        tenantId, actor, cause, "", status, reason, Map.of(), Optional.empty());
  }

  /** The SSO provider whose failure it is, or seems to be. */
  public Optional<String> providerId() {
    return actor.providerId().or(() -> seemingProviderId);
  }
}
