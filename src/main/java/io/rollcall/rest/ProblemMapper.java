package io.rollcall.rest;

import io.rollcall.platform.persistence.DatabaseFailure;
import io.rollcall.scim.message.ScimException;
import io.rollcall.tenancy.TenancyException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Turns whatever went wrong into an answer: a SCIM error, or problem details for admins. Nothing
 * that an exception of others says reaches a client; what nobody expected gets a reference that is
 * in the log.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger("io.rollcall");
  private static final int RETRY_SECONDS = 5;

  @Context private ResourceInfo resource;

  @Override
  public Response toResponse(Throwable thrown) {
    var failure = ownException(thrown).orElse(thrown);
    if (failure instanceof UnauthenticatedException unauthenticated) {
      return answer(new ScimException(401, failure.getMessage()))
          .header(HttpHeaders.WWW_AUTHENTICATE, unauthenticated.challenge())
          .build();
    }
    if (failure instanceof TenancyException tenancy && tenancy.field().isPresent()) {
      return new InvalidFieldsException(Map.of(tenancy.field().get(), tenancy.getMessage()))
          .toResponse();
    }
    if (failure instanceof InvalidFieldsException fields) {
      return fields.toResponse();
    }
    if (failure instanceof WebApplicationException http) {
      var response = answer(HttpProblem.of(http));
      HttpProblem.allow(http).ifPresent(methods -> response.header(HttpHeaders.ALLOW, methods));
      return response.build();
    }
    return answer(problem(failure)).build();
  }

  /** Interceptors and containers wrap what was thrown. */
  private static Optional<Throwable> ownException(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .filter(
            cause ->
                cause instanceof ScimException
                    || cause instanceof TenancyException
                    || cause instanceof UnauthenticatedException
                    || cause instanceof InvalidFieldsException)
        .findFirst();
  }

  private static ScimException problem(Throwable failure) {
    if (failure instanceof ScimException scim) {
      return scim;
    }
    if (failure instanceof TenancyException tenancy) {
      return new ScimException(status(tenancy), tenancy.getMessage());
    }
    if (DatabaseFailure.isUnavailable(failure) || DatabaseFailure.isLostRace(failure)) {
      LOG.log(System.Logger.Level.ERROR, "The database can't be used: " + rootMessage(failure));
      return new ScimException(503, "The server can't reach its database. Try again soon.");
    }
    var reference = UUID.randomUUID().toString();
    LOG.log(System.Logger.Level.ERROR, "Unexpected failure, reference " + reference, failure);
    return new ScimException(
        500, "The server failed. Its log says why, under reference " + reference + ".");
  }

  private static int status(TenancyException tenancy) {
    return switch (tenancy.reason()) {
      case NOT_FOUND -> 404;
      case INVALID -> 400;
      case CONFLICT -> 409;
    };
  }

  private static String rootMessage(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage();
  }

  private Response.ResponseBuilder answer(ScimException problem) {
    var response =
        isForAdmins()
            ? ProblemDetails.response(problem.status(), problem.getMessage())
            : Response.status(problem.status())
                .type(MediaTypes.SCIM_JSON)
                .entity(problem.toJson().toString());
    return problem.status() == 503
        ? response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        : response;
  }

  private boolean isForAdmins() {
    var matched = resource.getResourceClass();
    return matched != null && matched.isAnnotationPresent(AdminAuthenticated.class);
  }
}
