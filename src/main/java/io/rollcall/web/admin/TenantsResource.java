package io.rollcall.web.admin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.access.Principal.Operator;
import io.rollcall.platform.actor.Actor;
import io.rollcall.platform.database.Creation;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.setup.TenantSetup;
import io.rollcall.tenancy.Tenant;
import io.rollcall.tenancy.Tenants;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.lock.OnlyForOperators;
import io.rollcall.web.problem.ProblemForm;
import io.rollcall.web.problem.ProblemsAs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** All tenants of the server, for whoever runs it. */
@Path("core/iam/v1/tenants")
@OnlyForOperators
@ProblemsAs(ProblemForm.DETAILS)
@ApplicationScoped
public class TenantsResource {

  /** The path parameter that names a tenant. */
  static final String ID = "id";

  @Inject private Authentication authentication;
  @Inject private TenantSetup setup;
  @Inject private Tenants tenants;

  @Context private UriInfo uri;

  @POST
  @Consumes(APPLICATION_JSON)
  @Produces(APPLICATION_JSON)
  public Response create(@Valid TenantRequest wanted) {
    var created =
        setup.create(authentication.as(Operator.class), wanted.id(), wanted.displayName());
    var key = created.adminKey();
    return JsonAnswer.ok(
        shown(created.tenant())
            .add(
                "adminKey",
                SharedJson.createObjectBuilder()
                    .add("id", key.key().id())
                    .add("key", key.value())));
  }

  @GET
  @Produces(APPLICATION_JSON)
  public Response list() {
    var request = PageRequest.read(uri.getQueryParameters());
    return request.answer(
        "tenants",
        tenants.page(request.after(), request.wanted()),
        tenant -> new Creation(tenant.created(), tenant.id()),
        TenantsResource::shown);
  }

  @GET
  @Path("{" + ID + "}")
  @Produces(APPLICATION_JSON)
  public Response get(@PathParam(ID) String id) {
    return JsonAnswer.ok(shown(tenants.get(id)));
  }

  @PUT
  @Path("{" + ID + "}")
  @Consumes(APPLICATION_JSON)
  @Produces(APPLICATION_JSON)
  public Response rename(@PathParam(ID) String id, @Valid TenantRequest wanted) {
    return JsonAnswer.ok(shown(tenants.rename(operator(), id, wanted.displayName())));
  }

  @POST
  @Path("{" + ID + "}/suspend")
  @Produces(APPLICATION_JSON)
  public Response suspend(@PathParam(ID) String id) {
    return JsonAnswer.ok(shown(tenants.suspend(operator(), id, true)));
  }

  @POST
  @Path("{" + ID + "}/resume")
  @Produces(APPLICATION_JSON)
  public Response resume(@PathParam(ID) String id) {
    return JsonAnswer.ok(shown(tenants.suspend(operator(), id, false)));
  }

  /** Begins it; {@link #get} tells how far it is. */
  @DELETE
  @Path("{" + ID + "}")
  @Produces(APPLICATION_JSON)
  public Response delete(@PathParam(ID) String id, @QueryParam("confirm") String confirm) {
    tenants.get(id);
    if (!id.equals(confirm)) {
      throw new Refusal.Invalid(
          "confirm",
          "must be the tenant's id: all that it has is deleted, and nothing brings it back. Add"
              + " ?confirm=%s to the address.".formatted(id));
    }
    return JsonAnswer.of(Response.Status.ACCEPTED, shown(tenants.delete(id)));
  }

  private Actor operator() {
    return authentication.as(Operator.class).actor();
  }

  private static JsonObjectBuilder shown(Tenant tenant) {
    var shown =
        SharedJson.createObjectBuilder()
            .add("id", tenant.id())
            .add("displayName", tenant.displayName())
            .add("status", tenant.status().toString())
            .add("createdAt", tenant.created().toString());
    tenant
        .remaining()
        .ifPresent(
            rows -> shown.add("deletion", SharedJson.createObjectBuilder().add("remaining", rows)));
    return shown;
  }
}
