package io.rollcall.web.admin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.setup.SchemaRemoval;
import io.rollcall.tenancy.TenantSchema;
import io.rollcall.tenancy.TenantSchemas;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.lock.OnlyForAdministrators;
import io.rollcall.web.problem.ProblemForm;
import io.rollcall.web.problem.ProblemsAs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The extension schemas of the admin's tenant. */
@Path("core/iam/v1/schemas")
@OnlyForAdministrators
@ProblemsAs(ProblemForm.DETAILS)
@ApplicationScoped
public class SchemasResource {

  static final String ID = "id";

  @Inject private Authentication authentication;
  @Inject private TenantSchemas schemas;
  @Inject private SchemaRemoval removal;

  @GET
  @Produces(APPLICATION_JSON)
  public Response list() {
    var answer = SharedJson.createArrayBuilder();
    schemas.all(tenantId()).forEach(schema -> answer.add(shown(schema)));
    return Response.ok(answer.build().toString(), APPLICATION_JSON).build();
  }

  @POST
  @Consumes(APPLICATION_JSON)
  @Produces(APPLICATION_JSON)
  public Response create(@Valid SchemaRequest request) {
    return ok(
        schemas.create(admin().actor(), tenantId(), request.resourceType(), request.definition()));
  }

  @GET
  @Path("{" + ID + "}")
  @Produces(APPLICATION_JSON)
  public Response get(@PathParam(ID) String id) {
    return ok(schemas.get(tenantId(), id));
  }

  @PUT
  @Path("{" + ID + "}")
  @Consumes(APPLICATION_JSON)
  @Produces(APPLICATION_JSON)
  public Response replace(@PathParam(ID) String id, @Valid SchemaRequest request) {
    return ok(schemas.replace(admin().actor(), tenantId(), id, request.definition()));
  }

  @DELETE
  @Path("{" + ID + "}")
  public Response delete(
      @PathParam(ID) String id, @QueryParam("force") @DefaultValue("false") boolean force) {
    removal.remove(admin(), id, force);
    return Response.noContent().build();
  }

  private String tenantId() {
    return admin().tenantId();
  }

  private Administrator admin() {
    return authentication.as(Administrator.class);
  }

  private static Response ok(TenantSchema schema) {
    return Response.ok(shown(schema).build().toString(), APPLICATION_JSON).build();
  }

  private static JsonObjectBuilder shown(TenantSchema schema) {
    return SharedJson.createObjectBuilder(schema.json())
        .add(SchemaRequest.RESOURCE_TYPE, schema.resourceType());
  }
}
