package io.rollcall.rest.scim;

import static io.rollcall.rest.MediaTypes.SCIM_JSON;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.directory.Directory;
import io.rollcall.directory.Found;
import io.rollcall.directory.Precondition;
import io.rollcall.directory.Query;
import io.rollcall.rest.Authenticated;
import io.rollcall.rest.Limits;
import io.rollcall.rest.MediaTypes;
import io.rollcall.rest.PublicAddress;
import io.rollcall.scim.filter.FilterParser;
import io.rollcall.scim.message.ListResponse;
import io.rollcall.scim.resource.Projection;
import io.rollcall.scim.schema.ResourceType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

/** The resources of one type over HTTP (RFC 7644 §3): the same for users and for groups. */
@Produces({SCIM_JSON, APPLICATION_JSON})
public abstract class ResourceEndpoint {

  @Inject private Directory directory;
  @Inject private Authenticated authenticated;
  @Inject private Payloads payloads;
  @Inject private Limits limits;
  @Inject private PublicAddress publicAddress;

  @Context private UriInfo uri;
  @Context private HttpHeaders headers;
  @Context private HttpServletRequest request;

  abstract ResourceType type();

  /** Whether a PATCH is answered with the resource when the client doesn't say. */
  abstract boolean answersPatchWithResource();

  @GET
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response list(@BeanParam ListParameters parameters) {
    var projection = parameters.projection(type());
    var query =
        new Query(
            parameters.filter().map(text -> FilterParser.parse(text, type(), limits.filter())),
            parameters.startIndex(),
            parameters.count(limits),
            wantsRelations(projection));
    var page = directory.list(authenticated.caller(), type(), query);
    var resources =
        page.resources().stream().map(found -> projection.apply(representation(found))).toList();
    return ok(new ListResponse(page.totalResults(), query.startIndex(), resources)
            .toJson()
            .toString())
        .build();
  }

  @POST
  @Consumes({SCIM_JSON, APPLICATION_JSON})
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response create(InputStream body, @BeanParam Attributes attributes) throws IOException {
    var payload = payloads.resource(body, type());
    var found = directory.create(authenticated.caller(), type(), payload);
    return tagged(ok(attributes.projection(type()), found), found)
        .status(Response.Status.CREATED)
        .location(URI.create(location(found)))
        .build();
  }

  @GET
  @Path("{id}")
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response get(
      @PathParam("id") String id,
      @BeanParam Attributes attributes,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
    var projection = attributes.projection(type());
    var found = directory.get(authenticated.caller(), type(), id, wantsRelations(projection));
    var isKnown =
        ifNoneMatch != null && Precondition.matches(ifNoneMatch, found.resource().entityTag());
    return tagged(isKnown ? Response.notModified() : ok(projection, found), found).build();
  }

  @PUT
  @Path("{id}")
  @Consumes({SCIM_JSON, APPLICATION_JSON})
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response replace(
      @PathParam("id") String id, InputStream body, @BeanParam Attributes attributes)
      throws IOException {
    var payload = payloads.resource(body, type());
    var projection = attributes.projection(type());
    var found =
        directory.replace(
            authenticated.caller(),
            type(),
            id,
            precondition(),
            payload,
            wantsRelations(projection));
    return tagged(ok(projection, found), found).build();
  }

  @PATCH
  @Path("{id}")
  @Consumes({SCIM_JSON, APPLICATION_JSON})
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response patch(
      @PathParam("id") String id,
      InputStream body,
      @BeanParam Attributes attributes,
      @HeaderParam("Prefer") String prefer)
      throws IOException {
    var patch = payloads.patch(body, type());
    var isWanted = attributes.wantsResource(prefer).orElse(answersPatchWithResource());
    var projection = attributes.projection(type());
    var found =
        directory.patch(
            authenticated.caller(),
            type(),
            id,
            precondition(),
            patch,
            isWanted && wantsRelations(projection));
    return tagged(isWanted ? ok(projection, found) : Response.noContent(), found).build();
  }

  @DELETE
  @Path("{id}")
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response delete(@PathParam("id") String id) {
    directory.delete(authenticated.caller(), type(), id, precondition());
    return Response.noContent().build();
  }

  private Precondition precondition() {
    return new Precondition(Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_MATCH)));
  }

  private boolean wantsRelations(Projection projection) {
    return projection.includes(Representation.relation(type()));
  }

  private JsonObject representation(Found found) {
    return Representation.of(found, authenticated.caller(), base());
  }

  private String location(Found found) {
    return Representation.location(base(), type(), found.resource().id());
  }

  private String base() {
    return ScimBase.of(uri, request, publicAddress);
  }

  private Response.ResponseBuilder ok(Projection projection, Found found) {
    return ok(projection.apply(representation(found)).toString());
  }

  private Response.ResponseBuilder ok(String json) {
    return Response.ok(json, MediaTypes.ofScimAnswer(headers));
  }

  private static Response.ResponseBuilder tagged(Response.ResponseBuilder response, Found found) {
    return response.header(HttpHeaders.ETAG, found.resource().entityTag());
  }
}
