package io.rollcall.activity;

import io.rollcall.access.Recognition.Reason;
import io.rollcall.access.TurnedAway;
import io.rollcall.platform.actor.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells of those who weren't let in, in the words of the log. */
@ApplicationScoped
class AtTheDoor {

  private static final int UNAUTHORIZED = 401;

  /** Whoever came had the public id of a token, at most. */
  private static final Set<Reason> NAMED_ONLY = EnumSet.of(Reason.NOT_OURS, Reason.WRONG_SECRET);

  @Inject private DoorLog log;

  /** Whoever sends no token at all is no identity provider, and isn't told of. */
  void tell(@Observes TurnedAway turnedAway) {
    cause(turnedAway.reason()).ifPresent(cause -> log.record(refusal(turnedAway, cause)));
  }

  private static JoinedRefusal refusal(TurnedAway turnedAway, Cause cause) {
    var facts = facts(turnedAway);
    return new JoinedRefusal(
        turnedAway.tenantId(),
        actor(turnedAway),
        cause,
        turnedAway.tokenId().orElse(""),
        UNAUTHORIZED,
        cause.sentence(facts),
        facts,
        turnedAway.providerId());
  }

  /** Who knows no more than a token's public id isn't taken for its provider. */
  private static Actor actor(TurnedAway turnedAway) {
    return turnedAway.tokenId().isEmpty() || NAMED_ONLY.contains(turnedAway.reason())
        ? Actor.unknown(turnedAway.request())
        : new Actor(
            Actor.Kind.SCIM_TOKEN,
            turnedAway.tokenId().get(),
            turnedAway.providerId(),
            turnedAway.request());
  }

  private static Map<String, String> facts(TurnedAway turnedAway) {
    var facts = new HashMap<String, String>();
    turnedAway.tokenId().ifPresent(id -> facts.put("token", id));
    turnedAway.ended().ifPresent(time -> facts.put("ended", Words.time(time)));
    return facts;
  }

  private static Optional<Cause> cause(Reason reason) {
    return switch (reason) {
      case MISSING -> Optional.empty();
      case NOT_OURS, UNKNOWN, WRONG_SECRET, OF_ANOTHER_TENANT -> Optional.of(Cause.TOKEN_UNKNOWN);
      case EXPIRED -> Optional.of(Cause.TOKEN_ENDED);
      case DELETED -> Optional.of(Cause.TOKEN_DELETED);
      case TENANT_SUSPENDED -> Optional.of(Cause.TENANT_SUSPENDED);
      case AT_ANOTHER_TENANT -> Optional.of(Cause.TOKEN_OF_ANOTHER_TENANT);
    };
  }
}
