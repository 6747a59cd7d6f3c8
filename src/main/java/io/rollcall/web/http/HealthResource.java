package io.rollcall.web.http;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.platform.database.DatabaseWatch;
import io.rollcall.platform.start.Launch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** For load balancers and supervisors: in the form of MicroProfile Health, without a token. */
@Path("health")
@ApplicationScoped
public class HealthResource {

  @Inject private DatabaseWatch database;

  /** Whether the server should be left running; a database that is away is no reason to end it. */
  @GET
  @Path("live")
  @Produces(APPLICATION_JSON)
  public Response live() {
    return answer(true);
  }

  /** All checks together, of which there is one: that of {@link #ready}. */
  @GET
  @Produces(APPLICATION_JSON)
  public Response all() {
    return ready();
  }

  /** Whether requests should be sent here. */
  @GET
  @Path("ready")
  @Produces(APPLICATION_JSON)
  public Response ready() {
    return answer(!database.isAway());
  }

  private static Response answer(boolean isUp) {
    return Response.status(isUp ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
        .entity(Launch.health(isUp))
        .build();
  }
}
