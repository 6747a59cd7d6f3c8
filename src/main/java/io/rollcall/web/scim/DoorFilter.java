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
import io.rollcall.web.http.RequestIds;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.lock.BearerToken;
import io.rollcall.web.problem.Problem;
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

/**
 * Tells of requests that found no door, and of those that the server failed. Their tenant is that
 * of the path, or of the token.
 */
@Provider
@ApplicationScoped
public class DoorFilter implements ContainerResponseFilter {

  private static final int NOT_FOUND = 404;
  private static final int WRONG_METHOD = 405;
  private static final int FAILED = 500;

  @Inject private Authentication authentication;
  @Inject private Credentials credentials;
  @Inject private Event<JoinedRefusal> refusals;

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(Problem.class.getName()) instanceof Problem problem)) {
      return;
    }
    var address = ScimAddress.of(request.getUriInfo().getPath());
    var cause = address.flatMap(a -> cause(a, problem));
    if (cause.isEmpty()) {
      return;
    }
    try {
      tell(cause.get(), address.orElseThrow(), request, problem);
    } catch (RuntimeException e) {
      // The answer has been made, and while the database is away nobody can be told.
      Log.write(System.Logger.Level.DEBUG, "What was refused at the door isn't in the log", e);
    }
  }

  /**
   * That the server is busy, or its database away, is nothing that a tenant's admin could change.
   */
  private Optional<Cause> cause(ScimAddress address, Problem problem) {
    var isUnmatched = resource.getResourceMethod() == null || address.isDoubled();
    return switch (problem.status()) {
      case FAILED -> Optional.of(Cause.SERVER_FAILED);
      case WRONG_METHOD ->
          Optional.of(address.isDoubled() ? Cause.WRONG_ADDRESS : Cause.WRONG_METHOD);
      case NOT_FOUND -> isUnmatched ? Optional.of(Cause.WRONG_ADDRESS) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Whoever sends no token at all is no identity provider, and isn't told of. */
  private void tell(
      Cause cause, ScimAddress address, ContainerRequestContext request, Problem problem) {
    if (BearerToken.of(request).isEmpty()) {
      return;
    }
    var provisioner = provisioner(address, request);
    var tenantId = provisioner.map(Provisioner::tenantId).or(address::tenantId);
    if (tenantId.isEmpty()) {
      return;
    }
    refusals.fire(
        new JoinedRefusal(
            tenantId.get(),
            provisioner
                .map(Provisioner::actor)
                .orElseGet(() -> Actor.unknown(RequestIds.of(request))),
            cause,
            // A stranger can think of any number of addresses.
            provisioner.isPresent() ? Redaction.withoutTokens(address.beginning()) : "",
            problem.status(),
            Redaction.withoutTokens(problem.detail()),
            Map.of(
                "address",
                Redaction.withoutTokens(address.shown()),
                "method",
                Excerpt.of(Redaction.withoutTokens(request.getMethod()))),
            Optional.empty()));
  }

  /** Who it is, who wasn't asked as there was no door; of the tenant of the path, if it has one. */
  private Optional<Provisioner> provisioner(ScimAddress address, ContainerRequestContext request) {
    return authentication
        .ifAny(Provisioner.class)
        .or(() -> BearerToken.of(request).flatMap(token -> recognised(token, request)))
        .filter(found -> address.tenantId().map(found.tenantId()::equals).orElse(true));
  }

  private Optional<Provisioner> recognised(String token, ContainerRequestContext request) {
    return credentials.provisioner(token, RequestIds.of(request)) instanceof Recognised recognised
        ? Optional.of(recognised.provisioner())
        : Optional.empty();
  }
}
