package io.rollcall.web.operations;

import io.rollcall.web.http.ServedRequests;
import io.rollcall.web.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Counts requests by what they were and how they ended. */
@ApplicationScoped
class RequestMetrics implements ServedRequests {

  private static final String[] CLASSES = {"0xx", "1xx", "2xx", "3xx", "4xx", "5xx"};
  private static final double NANOS = 1e9;

  /** The door of identity providers. */
  static final String SCIM = "scim";

  private static final int UNAUTHENTICATED = 401;
  private static final int UNSUPPORTED = 501;

  /** OpenTelemetry's name for a method that nobody knows. */
  private static final String OTHER = "_OTHER";

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  @Inject private Metrics metrics;

  @Override
  public void served(HttpServletRequest request, int status, long nanos) {
    var route = RouteFilter.of(request);
    var method = METHODS.contains(request.getMethod()) ? request.getMethod() : OTHER;
    metrics.request(route.template(), method, CLASSES[Math.min(status / 100, 5)], nanos / NANOS);
    route
        .operation()
        .ifPresent(
            operation ->
                metrics.scimRequest(operation.resource(), operation.name(method), outcome(status)));
    // Why a SCIM token doesn't hold is told by itself.
    if (status == UNAUTHENTICATED && route.operation().isEmpty()) {
      metrics.turnedAway(door(route), reason(request));
    }
  }

  private static String outcome(int status) {
    if (status < 400) {
      return "done";
    }
    return status < 500 || status == UNSUPPORTED ? "refused" : "failed";
  }

  private static String door(Route route) {
    return route.template().equals("/" + MetricsResource.PATH) ? "metrics" : "admin";
  }

  private static String reason(HttpServletRequest request) {
    return request.getAttribute(Problem.class.getName()) instanceof Problem problem
            && problem.hasCredential()
        ? "wrong"
        : "missing";
  }
}
