package io.rollcall.web.scim;

import static io.rollcall.web.problem.MediaTypes.SCIM_JSON;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.activity.BulkBegun;
import io.rollcall.provisioning.Bulk;
import io.rollcall.scim.bulk.BulkRequest;
import io.rollcall.web.lock.OnlyForProvisioners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** Many operations in one request (RFC 7644 §3.7). */
@Produces({SCIM_JSON, APPLICATION_JSON})
public abstract class BulkResource extends ScimResource {

  @Inject private Bulk bulk;
  @Inject private RefusedRequests refused;
  @Inject private Event<BulkBegun> begun;

  @POST
  @Consumes({SCIM_JSON, APPLICATION_JSON})
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response execute(BulkRequest request) {
    var client = client().bundled();
    begun.fire(
        new BulkBegun(
            client.tenantId(), client.provisioner().actor(), request.operations().size()));
    var results = bulk.execute(client, request);
    refused.tell(client.provisioner(), request, results);
    return ok(ScimBody.of(BulkResponse.of(request, results))).build();
  }

  /** At the base whose tenant is in the path. */
  @Path(ScimBase.OF_TENANT + "/Bulk")
  @OnlyForProvisioners
  @ApplicationScoped
  public static class OfTenant extends BulkResource {}

  /** At the base whose tenant is the token's. */
  @Path(ScimBase.OF_TOKEN + "/Bulk")
  @OnlyForProvisioners
  @ApplicationScoped
  public static class OfToken extends BulkResource {}
}
