package io.rollcall.web.scim;

import io.rollcall.directory.Directory;
import io.rollcall.directory.EntityTag;
import io.rollcall.directory.Found;
import io.rollcall.provisioning.Precondition;
import io.rollcall.scim.resource.Projection;
import io.rollcall.scim.schema.ResourceType;
import static io.rollcall.web.problem.MediaTypes.SCIM_JSON;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The resources of one type over HTTP (RFC 7644 §3): the same for users and for groups. */
@Produces({SCIM_JSON, APPLICATION_JSON})
public abstract class ResourceEndpoint extends ScimResource {

  @Inject private Directory directory;
  @Inject private Payloads payloads;
  @Inject private Lists lists;
  @Inject private Representations representations;

  /** The type as every tenant has it. */
  abstract ResourceType standardType();

  /** Whether a PATCH is answered with the resource when the client doesn't say. */
  abstract boolean answersPatchWithResource();

  @GET
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response list(@BeanParam ListParameters parameters) {
    return ok(lists.of(parameters.toRequest(), List.of(type()), caller(), base())).build();
  }

  @POST
  @Path(".search")
  @Consumes({SCIM_JSON, APPLICATION_JSON})
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response search(InputStream body) throws IOException {
    var request = ListRequest.of(read(body, limits().messageBody()));
    return ok(lists.of(request, List.of(type()), caller(), base())).build();
  }

  @POST
  @Consumes({SCIM_JSON, APPLICATION_JSON})
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response create(InputStream body, @BeanParam Attributes attributes) throws IOException {
    var type = type();
    var projection = attributes.projection(type);
    var found = directory.create(caller(), type, payloads.resource(body, type));
    return changed(Response.Status.CREATED, found, projection, isWanted(attributes, true));
  }

  @GET
  @Path("{id}")
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response get(@PathParam("id") String id, @BeanParam Attributes attributes) {
    var type = type();
    var projection = attributes.projection(type);
    var found = directory.get(caller(), type, id, wantsRelations(projection));
    var tag = Representations.tag(found, type, projection);
    return precondition().isKnown(tag)
        ? named(Response.notModified(), found, tag).build()
        : shown(Response.Status.OK, found, projection).build();
  }

  @PUT
  @Path("{id}")
  @Consumes({SCIM_JSON, APPLICATION_JSON})
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response replace(
      @PathParam("id") String id, InputStream body, @BeanParam Attributes attributes)
      throws IOException {
    var type = type();
    var projection = attributes.projection(type);
    var isWanted = isWanted(attributes, true);
    var payload = payloads.resource(body, type);
    var found =
        directory.replace(
            caller(), type, id, precondition(), payload, isWanted && wantsRelations(projection));
    return changed(Response.Status.OK, found, projection, isWanted);
  }

  @PATCH
  @Path("{id}")
  @Consumes({SCIM_JSON, APPLICATION_JSON})
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response patch(
      @PathParam("id") String id, InputStream body, @BeanParam Attributes attributes)
      throws IOException {
    var type = type();
    var projection = attributes.projection(type);
    var isWanted = isWanted(attributes, answersPatchWithResource());
    var patch = payloads.patch(body, type);
    var found =
        directory.patch(
            caller(), type, id, precondition(), patch, isWanted && wantsRelations(projection));
    return changed(Response.Status.OK, found, projection, isWanted);
  }

  @DELETE
  @Path("{id}")
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response delete(@PathParam("id") String id) {
    directory.delete(caller(), type(), id, precondition());
    return Response.noContent().build();
  }

  private ResourceType type() {
    return types().own(standardType());
  }

  private Precondition precondition() {
    return new Precondition(
        Optional.ofNullable(headers().getHeaderString(HttpHeaders.IF_MATCH)),
        Optional.ofNullable(headers().getHeaderString(HttpHeaders.IF_NONE_MATCH)));
  }

  private Optional<Preference> preference() {
    return Preference.of(
        Optional.ofNullable(headers().getRequestHeader("Prefer")).orElse(List.of()));
  }

  /** Whether the client gets the resource: by its attributes, its preference, or as is usual. */
  private boolean isWanted(Attributes attributes, boolean isUsual) {
    return attributes
        .wantsResource()
        .or(() -> preference().map(Preference.REPRESENTATION::equals))
        .orElse(isUsual);
  }

  private boolean wantsRelations(Projection projection) {
    return projection.includes(Representation.relation(standardType()));
  }

  /** The answer to a change: with the resource, or without a body. */
  private Response changed(
      Response.Status status, Found found, Projection projection, boolean isWanted) {
    var bodiless = status == Response.Status.OK ? Response.Status.NO_CONTENT : status;
    var response =
        isWanted
            ? shown(status, found, projection)
            : named(Response.status(bodiless), found, EntityTag.ofDocument(found.resource()));
    preference().ifPresent(p -> response.header("Preference-Applied", p.toString()));
    return response.build();
  }

  private Response.ResponseBuilder shown(
      Response.Status status, Found found, Projection projection) {
    var representation = representations.of(found, type(), projection, caller(), base());
    var response = ok(representation).status(status).contentLocation(location(found));
    return named(response, found, representation.tag());
  }

  /** What an answer says of the resource, whether it has it or not (RFC 7644 §3.1, §3.14). */
  private Response.ResponseBuilder named(
      Response.ResponseBuilder response, Found found, EntityTag tag) {
    return response.location(location(found)).header(HttpHeaders.ETAG, tag.toString());
  }

  private URI location(Found found) {
    return URI.create(base().location(standardType(), found.resource().id()));
  }
}
