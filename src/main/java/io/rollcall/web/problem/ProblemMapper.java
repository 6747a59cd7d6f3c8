package io.rollcall.web.problem;

import io.rollcall.scim.message.ScimException;
import io.rollcall.tenancy.TenancyException;
import io.rollcall.web.lock.AdminAuthenticated;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** Turns whatever went wrong into an answer: a SCIM error, or problem details for admins. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final int RETRY_SECONDS = 5;

  @Context private ResourceInfo resource;

  @Override
  public Response toResponse(Throwable thrown) {
    var failure = Problems.ownException(thrown).orElse(thrown);
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
    return answer(Problems.of(failure)).build();
  }

  private Response.ResponseBuilder answer(ScimException problem) {
    var response =
        isForAdmins()
            ? ProblemDetails.response(problem.status(), problem.getMessage())
            : Response.status(problem.status())
                .type(MediaTypes.SCIM_JSON)
                .entity(problem.toJson().toString());
    return switch (problem.status()) {
      case 503 -> response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      // What is left of the body would be read as the next request.
      case 408 -> response.header("Connection", "close");
      default -> response;
    };
  }

  private boolean isForAdmins() {
    var matched = resource.getResourceClass();
    return matched != null && matched.isAnnotationPresent(AdminAuthenticated.class);
  }
}
