package io.rollcall.rest.scim;

import static io.rollcall.rest.MediaTypes.SCIM_JSON;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.rest.Limits;
import io.rollcall.rest.MediaTypes;
import io.rollcall.rest.PublicAddress;
import io.rollcall.rest.ScimAuthenticated;
import io.rollcall.scim.message.ListResponse;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.Schema;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Stream;

/** What the server can do and which schemas it has (RFC 7644 §4). */
public abstract class DiscoveryResource {

  @Inject private Limits limits;
  @Inject private PublicAddress publicAddress;

  @Context private UriInfo uri;
  @Context private HttpHeaders headers;
  @Context private HttpServletRequest request;

  @QueryParam("filter")
  private String filter;

  @GET
  @Path("ServiceProviderConfig")
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response serviceProviderConfig() {
    return ok(Discovery.serviceProviderConfig(limits, base()));
  }

  @GET
  @Path("ResourceTypes")
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response resourceTypes() {
    refuseFilter();
    return ok(
        ListResponse.of(
                ResourceType.ALL.stream()
                    .map(type -> Discovery.resourceType(type, base()))
                    .toList())
            .toJson());
  }

  @GET
  @Path("ResourceTypes/{name}")
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response resourceType(@PathParam("name") String name) {
    return ResourceType.ALL.stream()
        .filter(type -> type.name().equals(name))
        .map(type -> ok(Discovery.resourceType(type, base())))
        .findFirst()
        .orElseThrow(() -> ScimException.notFound("ResourceType", name));
  }

  @GET
  @Path("Schemas")
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response schemas() {
    refuseFilter();
    return ok(
        ListResponse.of(allSchemas().map(schema -> Discovery.schema(schema, base())).toList())
            .toJson());
  }

  @GET
  @Path("Schemas/{uri}")
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response schema(@PathParam("uri") String schemaUri) {
    return allSchemas()
        .filter(schema -> schema.id().equalsIgnoreCase(schemaUri))
        .map(schema -> ok(Discovery.schema(schema, base())))
        .findFirst()
        .orElseThrow(() -> ScimException.notFound("Schema", schemaUri));
  }

  private static Stream<Schema> allSchemas() {
    return ResourceType.ALL.stream().flatMap(ResourceType::schemas);
  }

  /** A filter is refused rather than ignored (RFC 7644 §4). */
  private void refuseFilter() {
    if (filter != null) {
      throw new ScimException(403, "filter: isn't supported here. Leave it out.");
    }
  }

  private String base() {
    return ScimBase.of(uri, request, publicAddress);
  }

  private Response ok(JsonObject json) {
    return Response.ok(json.toString(), MediaTypes.ofScimAnswer(headers)).build();
  }

  /** At the base whose tenant is in the path. */
  @Path(ScimBase.OF_TENANT)
  @ScimAuthenticated
  @RequestScoped
  public static class OfTenant extends DiscoveryResource {}

  /** At the base whose tenant is the token's. */
  @Path(ScimBase.OF_TOKEN)
  @ScimAuthenticated
  @RequestScoped
  public static class OfToken extends DiscoveryResource {}
}
