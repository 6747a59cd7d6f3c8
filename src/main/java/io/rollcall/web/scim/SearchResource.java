package io.rollcall.web.scim;

import static io.rollcall.web.problem.MediaTypes.SCIM_JSON;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.web.lock.OnlyForProvisioners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** Queries at the base, across all resource types (RFC 7644 §3.4.2.1, §3.4.3). */
@Produces({SCIM_JSON, APPLICATION_JSON})
public abstract class SearchResource extends ScimResource {

  @Inject private Lists lists;

  Response answer(ListRequest request) {
    return ok(lists.answer(client(), request, types().all())).build();
  }

  /** At the base whose tenant is in the path. */
  @Path(ScimBase.OF_TENANT)
  @OnlyForProvisioners
  @ApplicationScoped
  public static class OfTenant extends SearchResource {

    @GET
    @Produces({SCIM_JSON, APPLICATION_JSON})
    public Response list() {
      return answer(ListParameters.read(query()));
    }

    @POST
    @Path(".search")
    @Consumes({SCIM_JSON, APPLICATION_JSON})
    @Produces({SCIM_JSON, APPLICATION_JSON})
    public Response search(ListRequest request) {
      return answer(request);
    }
  }

  /** At the base whose tenant is the token's; a GET of the base itself is for admins there. */
  @Path(ScimBase.OF_TOKEN + "/.search")
  @OnlyForProvisioners
  @ApplicationScoped
  public static class OfToken extends SearchResource {

    @POST
    @Consumes({SCIM_JSON, APPLICATION_JSON})
    @Produces({SCIM_JSON, APPLICATION_JSON})
    public Response search(ListRequest request) {
      return answer(request);
    }
  }
}
