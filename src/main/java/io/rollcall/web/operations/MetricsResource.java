package io.rollcall.web.operations;

import io.rollcall.web.problem.ProblemForm;
import io.rollcall.web.problem.ProblemsAs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** What the server counts, as OpenMetrics text, for Prometheus and the like. */
@Path(MetricsResource.PATH)
@ProblemsAs(ProblemForm.DETAILS)
@ApplicationScoped
public class MetricsResource {

  static final String PATH = "metrics";

  private static final String OPEN_METRICS = "application/openmetrics-text";

  @Inject private Metrics metrics;
  @Inject private MetricsReaders readers;

  @Context private HttpServletRequest request;

  @GET
  @Produces(OPEN_METRICS)
  public Response get() {
    readers.refuseOthers(request);
    return Response.ok(metrics.text(), OPEN_METRICS + "; version=1.0.0; charset=utf-8").build();
  }
}
