package io.rollcall.web.scim;

import static io.rollcall.web.problem.MediaTypes.SCIM_JSON;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.schema.Schema;
import io.rollcall.web.lock.OnlyForProvisioners;
import io.rollcall.web.lock.OpenToAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;

/** What the server can do and which schemas it has (RFC 7644 §4). */
public abstract class DiscoveryResource extends ScimResource {

  @GET
  @Path("ServiceProviderConfig")
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response serviceProviderConfig() {
    refuseFilter();
    return answer(Discovery.serviceProviderConfig(limits(), base()));
  }

  @GET
  @Path("ResourceTypes")
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response resourceTypes() {
    refuseFilter();
    return answer(
        ListResponse.of(
            types().all().stream().map(type -> Discovery.resourceType(type, base())).toList()));
  }

  @GET
  @Path("ResourceTypes/{name}")
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response resourceType(@PathParam("name") String name) {
    refuseFilter();
    return types()
        .named(name)
        .map(type -> answer(Discovery.resourceType(type, base())))
        .orElseThrow(() -> Refusal.NotFound.of("ResourceType", name));
  }

  @GET
  @Path("Schemas")
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response schemas() {
    refuseFilter();
    return answer(
        ListResponse.of(allSchemas().map(schema -> Discovery.schema(schema, base())).toList()));
  }

  @GET
  @Path("Schemas/{uri}")
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response schema(@PathParam("uri") String schemaUri) {
    refuseFilter();
    return allSchemas()
        .filter(schema -> schema.id().equalsIgnoreCase(schemaUri))
        .map(schema -> answer(Discovery.schema(schema, base())))
        .findFirst()
        .orElseThrow(() -> Refusal.NotFound.of("Schema", schemaUri));
  }

  private Stream<Schema> allSchemas() {
    return types().schemas();
  }

  /** A filter is refused rather than ignored (RFC 7644 §4). */
  private void refuseFilter() {
    if (query().containsKey("filter")) {
      throw new Refusal.Forbidden("filter: isn't supported here. Leave it out.");
    }
  }

  private Response answer(JsonObject json) {
    return answer(ScimBody.of(json));
  }

  private Response answer(ScimBody body) {
    return ok(body).build();
  }

  /** At the base whose tenant is in the path. */
  @Path(ScimBase.OF_TENANT)
  @OnlyForProvisioners
  @OpenToAll
  @ApplicationScoped
  public static class OfTenant extends DiscoveryResource {}

  /** At the base whose tenant is the token's. */
  @Path(ScimBase.OF_TOKEN)
  @OnlyForProvisioners
  @OpenToAll
  @ApplicationScoped
  public static class OfToken extends DiscoveryResource {}
}
