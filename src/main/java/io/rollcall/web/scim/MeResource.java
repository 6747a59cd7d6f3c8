package io.rollcall.web.scim;

import static io.rollcall.web.problem.MediaTypes.SCIM_JSON;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.platform.problem.Refusal;
import io.rollcall.web.lock.OnlyForProvisioners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The resource of who is authenticated (RFC 7644 §3.11): nobody's, for tokens are of providers. */
@Produces({SCIM_JSON, APPLICATION_JSON})
public abstract class MeResource {

  @GET
  public Response get() {
    return refused();
  }

  @POST
  public Response create() {
    return refused();
  }

  @PUT
  public Response replace() {
    return refused();
  }

  @PATCH
  public Response patch() {
    return refused();
  }

  @DELETE
  public Response delete() {
    return refused();
  }

  private static Response refused() {
    throw new Refusal.Unsupported(
        "Me: a SCIM token stands for an SSO provider, not for a user. Use /Users/{id}.");
  }

  /** At the base whose tenant is in the path. */
  @Path(ScimBase.OF_TENANT + "/Me")
  @OnlyForProvisioners
  @ApplicationScoped
  public static class OfTenant extends MeResource {}

  /** At the base whose tenant is the token's. */
  @Path(ScimBase.OF_TOKEN + "/Me")
  @OnlyForProvisioners
  @ApplicationScoped
  public static class OfToken extends MeResource {}
}
