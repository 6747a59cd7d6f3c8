package io.rollcall.web.operations;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.web.http.PublicAddress;
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

/** The description of all addresses, for everybody: it says nothing of any tenant. */
@Path("openapi")
@ProblemsAs(ProblemForm.DETAILS)
@ApplicationScoped
public class OpenApiResource {

  @Inject private PublicAddress publicAddress;

  @Context private HttpServletRequest request;

  @GET
  @Produces(APPLICATION_JSON)
  public Response get() {
    return Response.ok(OpenApi.text(publicAddress.of(request)), APPLICATION_JSON).build();
  }
}
