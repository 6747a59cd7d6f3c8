package io.rollcall.web.lock;

import io.rollcall.access.Recognition;
import io.rollcall.access.Recognition.KnownToken;
import io.rollcall.access.Recognition.Reason;
import io.rollcall.access.Recognition.Recognised;
import io.rollcall.access.Recognition.Refused;
import io.rollcall.access.TurnedAway;
import io.rollcall.web.http.RequestIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells those whose door it was who has been turned away: the tenant that the path names, and the
 * one whose token it was. Neither learns of the other but that it isn't itself. A token that is cut
 * off still names itself; that is believed where it is of the tenant that the path names, or where
 * the path names none.
 */
@ApplicationScoped
class Doorkeeper {

  private static final System.Logger LOG = System.getLogger("io.rollcall");

  @Inject private Event<TurnedAway> turnedAway;

  /**
   * Tells of somebody who isn't let in.
   *
   * @param recognition what there is to say of the token, which may hold elsewhere
   * @param tenantInPath the tenant that the path names, if it does
   */
  void turnAway(
      Recognition recognition, Optional<String> tenantInPath, ContainerRequestContext request) {
    if (recognition instanceof Recognised elsewhere) {
      var provisioner = elsewhere.provisioner();
      var token =
          new KnownToken(
              provisioner.tenantId(),
              provisioner.tokenId(),
              provisioner.providerId(),
              true,
              Optional.empty());
      tell(token.tenantId(), Reason.AT_ANOTHER_TENANT, Optional.of(token), request);
      tell(tenantInPath.orElseThrow(), Reason.OF_ANOTHER_TENANT, Optional.empty(), request);
    } else if (recognition instanceof Refused refused) {
      turnAway(refused, tenantInPath, request);
    }
  }

  private void turnAway(
      Refused refused, Optional<String> tenantInPath, ContainerRequestContext request) {
    var token = refused.token();
    var isOfPath = tenantInPath.equals(token.map(KnownToken::tenantId));
    if (token.isPresent() && (isOfPath || tenantInPath.isEmpty() || token.get().isGenuine())) {
      tell(token.get().tenantId(), refused.reason(), token, request);
    }
    if (tenantInPath.isPresent() && !isOfPath) {
      tell(tenantInPath.get(), atTheDoorOfAnother(refused), Optional.empty(), request);
    }
  }

  /** What a tenant is told of a token that isn't its own. */
  private static Reason atTheDoorOfAnother(Refused refused) {
    if (refused.token().isEmpty()) {
      return refused.reason();
    }
    return refused.token().get().isGenuine() ? Reason.OF_ANOTHER_TENANT : Reason.UNKNOWN;
  }

  private void tell(
      String tenantId, Reason reason, Optional<KnownToken> token, ContainerRequestContext request) {
    Optional<Instant> ended = token.flatMap(KnownToken::ended);
    var event =
        new TurnedAway(
            tenantId,
            reason,
            token.map(KnownToken::tokenId),
            token.map(KnownToken::providerId),
            ended,
            RequestIds.of(request),
            request.getMethod(),
            "/" + request.getUriInfo().getPath(false));
    try {
      turnedAway.fire(event);
    } catch (RuntimeException e) {
      // Whoever can't take note of it changes nothing in the answer.
      LOG.log(System.Logger.Level.WARNING, "Nobody could be told who was turned away: {0}", e);
    }
  }
}
