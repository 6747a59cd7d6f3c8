package io.rollcall.web.scim;

import io.rollcall.access.Credentials;
import io.rollcall.access.Principal.Provisioner;
import io.rollcall.access.Recognition.Recognised;
import io.rollcall.activity.Cause;
import io.rollcall.activity.JoinedRefusal;
import io.rollcall.activity.Redaction;
import io.rollcall.platform.Log;
import io.rollcall.platform.actor.Actor;
import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.web.http.PublicAddress;
import io.rollcall.web.http.RequestIds;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.lock.BearerToken;
import io.rollcall.web.problem.Problem;
import io.rollcall.web.problem.ProblemForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells of requests that found no door, and of those that the server failed: the tenant of whoever
 * is recognised, wherever that was, and the one that the path names.
 */
@Provider
@ApplicationScoped
public class DoorFilter implements ContainerResponseFilter {

  private static final int NOT_FOUND = 404;
  private static final int WRONG_METHOD = 405;
  private static final int NOT_ACCEPTABLE = 406;
  private static final int WRONG_TYPE = 415;
  private static final int FAILED = 500;

  /** How whoever has a SCIM token is answered where SCIM isn't. */
  private static final Set<Integer> ASTRAY =
      Set.of(401, NOT_FOUND, WRONG_METHOD, NOT_ACCEPTABLE, WRONG_TYPE);

  private static final int MAX_ADDRESS = 500;

  @Inject private Authentication authentication;
  @Inject private Credentials credentials;
  @Inject private PublicAddress publicAddress;
  @Inject private Event<JoinedRefusal> refusals;

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    // Whoever sends no token at all is no identity provider, and isn't told of.
    if (!(request.getProperty(Problem.class.getName()) instanceof Problem problem)
        || BearerToken.of(request).isEmpty()) {
      return;
    }
    try {
      tell(new Knock(ScimAddress.of(request.getUriInfo().getPath()), request, problem));
    } catch (RuntimeException e) {
      // The answer has been made, and while the database is away nobody can be told.
      Log.write(System.Logger.Level.DEBUG, "What was refused at the door isn't in the log", e);
    }
  }

  /** A request that somebody with a token made, and how it was answered. */
  private record Knock(ScimAddress address, ContainerRequestContext request, Problem problem) {}

  private void tell(Knock knock) {
    var address = knock.address();
    var cause =
        address.isBelowBase()
            ? causeBelowBase(address, knock.problem())
            : causeAstray(knock.problem());
    if (cause.isEmpty()) {
      return;
    }
    var provisioner = provisioner(knock.request());
    var isAtHome =
        provisioner.map(Provisioner::tenantId).equals(address.tenantId())
            || address.isBelowBase() && address.tenantId().isEmpty();
    if (provisioner.isPresent() && (isAtHome || cause.get() != Cause.SERVER_FAILED)) {
      var own = isAtHome ? cause.get() : Cause.WRONG_ADDRESS;
      fire(knock, own, provisioner.get().tenantId(), provisioner);
    }
    if (!isAtHome && isForStrangers(knock)) {
      address.tenantId().ifPresent(id -> fire(knock, cause.get(), id, Optional.empty()));
    }
  }

  /**
   * That the server is busy, or its database away, is nothing that a tenant's admin could change.
   */
  private Optional<Cause> causeBelowBase(ScimAddress address, Problem problem) {
    var isUnmatched = resource.getResourceMethod() == null;
    if (address.isDoubled() && Set.of(NOT_FOUND, WRONG_METHOD).contains(problem.status())) {
      return Optional.of(Cause.WRONG_ADDRESS);
    }
    return switch (problem.status()) {
      case FAILED -> Optional.of(Cause.SERVER_FAILED);
      case WRONG_METHOD -> Optional.of(Cause.WRONG_METHOD);
      case NOT_FOUND -> Optional.of(Cause.WRONG_ADDRESS).filter(cause -> isUnmatched);
      case NOT_ACCEPTABLE, WRONG_TYPE -> Optional.of(Cause.BAD_REQUEST).filter(c -> isUnmatched);
      default -> Optional.empty();
    };
  }

  private static Optional<Cause> causeAstray(Problem problem) {
    return Optional.of(Cause.WRONG_ADDRESS).filter(cause -> ASTRAY.contains(problem.status()));
  }

  /** Where SCIM isn't, a stranger may have wanted something else, unless nothing is there. */
  private boolean isForStrangers(Knock knock) {
    return knock.address().isBelowBase()
        || knock.problem().status() == NOT_FOUND
            && resource.getResourceMethod() == null
            && ProblemForm.at(knock.address().path()) == ProblemForm.SCIM;
  }

  private void fire(Knock knock, Cause cause, String tenantId, Optional<Provisioner> provisioner) {
    var types = provisioner.map(Provisioner::types).orElse(ResourceTypes.STANDARD);
    refusals.fire(
        new JoinedRefusal(
            tenantId,
            provisioner
                .map(Provisioner::actor)
                .orElseGet(() -> Actor.unknown(RequestIds.of(knock.request()))),
            cause,
            // A stranger can think of any number of addresses.
            provisioner.isPresent() ? Redaction.of(about(cause, knock), types) : "",
            knock.problem().status(),
            Redaction.withoutTokens(knock.problem().detail()),
            facts(knock, tenantId, types),
            Optional.empty()));
  }

  private Map<String, String> facts(Knock knock, String tenantId, ResourceTypes types) {
    var base = publicAddress.configured().orElse("…");
    return Map.of(
        "address",
        Excerpt.of(Redaction.of(shown(knock), types), MAX_ADDRESS),
        "method",
        Excerpt.of(Redaction.withoutTokens(knock.request().getMethod())),
        "tenantUrl",
        base + "/" + ScimBase.path(Optional.of(tenantId)));
  }

  /** What is wrong with the headers isn't the same for each status. */
  private static String about(Cause cause, Knock knock) {
    var beginning = knock.address().beginning();
    return cause == Cause.BAD_REQUEST ? knock.problem().status() + " " + beginning : beginning;
  }

  /** All of the path, for what is wrong may be anywhere in it. */
  private static String shown(Knock knock) {
    return knock.request().getUriInfo().getBaseUri().getPath() + knock.address().path();
  }

  /** Who it is, who wasn't asked where there was no door. */
  private Optional<Provisioner> provisioner(ContainerRequestContext request) {
    return authentication
        .ifAny(Provisioner.class)
        .or(() -> BearerToken.of(request).flatMap(token -> recognised(token, request)));
  }

  private Optional<Provisioner> recognised(String token, ContainerRequestContext request) {
    return credentials.provisioner(token, RequestIds.of(request)) instanceof Recognised recognised
        ? Optional.of(recognised.provisioner())
        : Optional.empty();
  }
}
