package io.rollcall.web.admin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.activity.overview.Overviews;
import io.rollcall.activity.overview.RecentlyHeard;
import io.rollcall.platform.Clock;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.lock.OnlyForAdministrators;
import io.rollcall.web.problem.ProblemForm;
import io.rollcall.web.problem.ProblemsAs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** How it goes with the provisioning of the admin's tenant. */
@Path("core/iam/v1/overview")
@OnlyForAdministrators
@ProblemsAs(ProblemForm.DETAILS)
@ApplicationScoped
public class OverviewResource {

  @Inject private Authentication authentication;
  @Inject private Overviews overviews;
  @Inject private RecentlyHeard recent;
  @Inject private Clock clock;

  @Context private UriInfo uri;

  @GET
  @Produces(APPLICATION_JSON)
  public Response get() {
    QueryParameters.refuseAny(uri.getQueryParameters());
    recent.writeDown();
    var overview = overviews.of(authentication.as(Administrator.class).tenantId());
    return Response.ok(OverviewView.of(overview, clock.now()).toString(), APPLICATION_JSON).build();
  }

  /** Takes failures out of the overview; the activity log keeps what it has of them. */
  @POST
  @Path("dismiss")
  @Consumes(APPLICATION_JSON)
  @Produces(APPLICATION_JSON)
  public Response dismiss(@Valid DismissalRequest request) {
    recent.writeDown();
    var dismissed =
        overviews.dismiss(
            authentication.as(Administrator.class).tenantId(), request.provider(), request.cause());
    return JsonAnswer.ok(SharedJson.createObjectBuilder().add("dismissed", dismissed));
  }
}
