package io.rollcall.web.admin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.scim.schema.SchemaDefinition;
import io.rollcall.setup.SchemaRemoval;
import io.rollcall.tenancy.TenantSchema;
import io.rollcall.tenancy.TenantSchemas;
import io.rollcall.web.http.Bodies;
import io.rollcall.web.http.Limits;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.lock.OnlyForAdministrators;
import io.rollcall.web.problem.ProblemForm;
import io.rollcall.web.problem.ProblemsAs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
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
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/** The extension schemas of the admin's tenant. */
@Path("core/iam/v1/schemas")
@OnlyForAdministrators
@ProblemsAs(ProblemForm.DETAILS)
@ApplicationScoped
public class SchemasResource {

  /** Beside the members that RFC 7643 §7 has: which resource type the schema extends. */
  private static final String RESOURCE_TYPE = "resourceType";

  @Inject private Authentication authentication;
  @Inject private TenantSchemas schemas;
  @Inject private SchemaRemoval removal;
  @Inject private Limits limits;
  @Inject private Bodies bodies;

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
  public Response create(InputStream body) throws IOException {
    var sent = bodies.read(body, limits.schemaBody());
    var read = SchemaDefinition.read(sent);
    var messages = new TreeMap<>(read.messagesByField());
    var resourceType = resourceType(sent, messages);
    refuse(messages);
    return ok(schemas.create(tenantId(), resourceType, read.definition()));
  }

  @GET
  @Path("{id}")
  @Produces(APPLICATION_JSON)
  public Response get(@PathParam("id") String id) {
    return ok(schemas.get(tenantId(), id));
  }

  @PUT
  @Path("{id}")
  @Consumes(APPLICATION_JSON)
  @Produces(APPLICATION_JSON)
  public Response replace(@PathParam("id") String id, InputStream body) throws IOException {
    var read = SchemaDefinition.read(bodies.read(body, limits.schemaBody()));
    var messages = new TreeMap<>(read.messagesByField());
    if (!read.definition().getString("id").equals(id)) {
      messages.put("id", "must be %s, as in the address".formatted(id));
    }
    refuse(messages);
    return ok(schemas.replace(tenantId(), id, read.definition()));
  }

  @DELETE
  @Path("{id}")
  public Response delete(
      @PathParam("id") String id, @QueryParam("force") @DefaultValue("false") boolean force) {
    removal.remove(authentication.as(Administrator.class), id, force);
    return Response.noContent().build();
  }

  private static String resourceType(JsonObject sent, Map<String, String> messages) {
    var value = sent.get(RESOURCE_TYPE);
    if (value == null) {
      return ResourceType.USER.name();
    }
    var name = value instanceof JsonString text ? text.getString() : "";
    if (ResourceTypes.STANDARD.named(name).isEmpty()) {
      messages.put(RESOURCE_TYPE, "must be User or Group");
    }
    return name;
  }

  private static void refuse(Map<String, String> messages) {
    if (!messages.isEmpty()) {
      throw new Refusal.Invalid(messages);
    }
  }

  private String tenantId() {
    return authentication.as(Administrator.class).tenantId();
  }

  private static Response ok(TenantSchema schema) {
    return Response.ok(shown(schema).build().toString(), APPLICATION_JSON).build();
  }

  private static JsonObjectBuilder shown(TenantSchema schema) {
    return SharedJson.createObjectBuilder(schema.json()).add(RESOURCE_TYPE, schema.resourceType());
  }
}
