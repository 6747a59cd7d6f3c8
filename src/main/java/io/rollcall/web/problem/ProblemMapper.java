package io.rollcall.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Turns whatever went wrong into an answer, in the form of the API that was asked. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  /** The property of a request that has what was thrown, where it ended in a problem. */
  public static final String FAILURE = ProblemMapper.class.getName();

  private static final int RETRY_SECONDS = 5;
  private static final String CHALLENGE = "Bearer realm=\"Rollcall\"";

  @Context private ResourceInfo resource;
  @Context private UriInfo uri;
  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    var failure = Problems.ownException(thrown).orElse(thrown);
    request.setAttribute(FAILURE, failure);
    if (failure instanceof WebApplicationException http) {
      var response = answer(HttpProblem.of(http));
      HttpProblem.allow(http).ifPresent(methods -> response.header(HttpHeaders.ALLOW, methods));
      return response.build();
    }
    return answer(Problems.of(failure)).build();
  }

  private Response.ResponseBuilder answer(Problem problem) {
    // For those who record what went wrong with the request.
    request.setAttribute(Problem.class.getName(), problem);
    var form = form();
    var response =
        Response.status(problem.status())
            .type(form.mediaType())
            .entity(form.body(problem).toString());
    return switch (problem.status()) {
      // RFC 6750 §3.
      case 401 ->
          response.header(
              HttpHeaders.WWW_AUTHENTICATE,
              problem.hasCredential() ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE);
      case 503 -> response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      // What is left of the body would be read as the next request.
      case 408 -> response.header("Connection", "close");
      default -> response;
    };
  }

  private ProblemForm form() {
    var matched = resource.getResourceClass();
    var wanted = matched == null ? null : matched.getAnnotation(ProblemsAs.class);
    return wanted == null ? ProblemForm.at(uri.getPath()) : wanted.value();
  }
}
