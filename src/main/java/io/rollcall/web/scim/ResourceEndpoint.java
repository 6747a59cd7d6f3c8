package io.rollcall.web.scim;

import static io.rollcall.web.problem.MediaTypes.SCIM_JSON;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.directory.EntityTag;
import io.rollcall.directory.Found;
import io.rollcall.directory.Reading;
import io.rollcall.provisioning.HashBudget;
import io.rollcall.provisioning.Messages;
import io.rollcall.provisioning.Precondition;
import io.rollcall.provisioning.Provisioning;
import io.rollcall.scim.patch.PatchRequest;
import io.rollcall.scim.resource.Projection;
import io.rollcall.scim.resource.ReadResource;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.ResourceTypes;
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
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The resources of one type over HTTP (RFC 7644 §3): the same for users and for groups. */
@Produces({SCIM_JSON, APPLICATION_JSON})
public abstract class ResourceEndpoint extends ScimResource {

  @Inject private Provisioning provisioning;
  @Inject private Messages messages;
  @Inject private Lists lists;
  @Inject private Representations representations;

  /** Whether a PATCH is answered with the resource when the client doesn't say. */
  abstract boolean answersPatchWithResource();

  @GET
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response list(@BeanParam ListParameters parameters) {
    return ok(lists.answer(client(), parameters.toRequest(), List.of(type()))).build();
  }

  @POST
  @Path(".search")
  @Consumes({SCIM_JSON, APPLICATION_JSON})
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response search(ListRequest request) {
    return ok(lists.answer(client(), request, List.of(type()))).build();
  }

  @POST
  @Consumes({SCIM_JSON, APPLICATION_JSON})
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response create(ReadResource read, @BeanParam Wanted wanted) {
    var type = type();
    var projection = wanted.projection(type);
    var sent = messages.resource(read, type, new HashBudget());
    var found = provisioning.create(client(), type, sent);
    return changed(Response.Status.CREATED, found, projection, isWanted(wanted, true));
  }

  @GET
  @Path("{id}")
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response get(@PathParam("id") String id, @BeanParam Wanted wanted) {
    var type = type();
    var projection = wanted.projection(type);
    var found = provisioning.get(client(), type, id, Reading.of(wantsRelations(projection)));
    var tag = Representations.tag(found, type, projection);
    return precondition().isKnown(tag)
        ? named(Response.notModified(), found, tag).build()
        : shown(Response.Status.OK, found, projection, tag).build();
  }

  @PUT
  @Path("{id}")
  @Consumes({SCIM_JSON, APPLICATION_JSON})
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response replace(@PathParam("id") String id, ReadResource read, @BeanParam Wanted wanted) {
    var type = type();
    var projection = wanted.projection(type);
    var isWanted = isWanted(wanted, true);
    var sent = messages.resource(read, type, new HashBudget());
    var found =
        provisioning.replace(
            client(), type, id, precondition(), sent, reading(isWanted, projection));
    return changed(Response.Status.OK, found, projection, isWanted);
  }

  @PATCH
  @Path("{id}")
  @Consumes({SCIM_JSON, APPLICATION_JSON})
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response patch(
      @PathParam("id") String id, PatchRequest request, @BeanParam Wanted wanted) {
    var type = type();
    var projection = wanted.projection(type);
    var isWanted = isWanted(wanted, answersPatchWithResource());
    var sent = messages.patch(request, new HashBudget());
    var found =
        provisioning.patch(client(), type, id, precondition(), sent, reading(isWanted, projection));
    return changed(Response.Status.OK, found, projection, isWanted);
  }

  @DELETE
  @Path("{id}")
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response delete(@PathParam("id") String id) {
    provisioning.delete(client(), type(), id, precondition());
    return Response.noContent().build();
  }

  private Reading reading(boolean isWanted, Projection projection) {
    return Reading.of(isWanted && wantsRelations(projection));
  }

  private ResourceType type() {
    return type(getClass(), types());
  }

  /** The type that is served there, as the tenant has it. */
  static ResourceType type(Class<?> endpoint, ResourceTypes types) {
    return types.at(endpoint.getAnnotation(Serves.class).value()).orElseThrow();
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
  private boolean isWanted(Wanted wanted, boolean isUsual) {
    return wanted
        .wantsResource()
        .or(() -> preference().map(Preference.REPRESENTATION::equals))
        .orElse(isUsual);
  }

  private boolean wantsRelations(Projection projection) {
    return projection.includes(Representation.relation(type()));
  }

  /** The answer to a change: with the resource, or without a body. */
  private Response changed(
      Response.Status status, Found found, Projection projection, boolean isWanted) {
    var bodiless = status == Response.Status.OK ? Response.Status.NO_CONTENT : status;
    var response =
        isWanted
            ? shown(status, found, projection, Representations.tag(found, type(), projection))
            : named(Response.status(bodiless), found, EntityTag.ofDocument(found.resource()));
    preference().ifPresent(p -> response.header("Preference-Applied", p.toString()));
    return response.build();
  }

  private Response.ResponseBuilder shown(
      Response.Status status, Found found, Projection projection, EntityTag tag) {
    var representation = representations.of(client(), found, type(), projection, tag);
    var response = ok(representation).status(status).contentLocation(location(found));
    return named(response, found, representation.tag());
  }

  /** What an answer says of the resource, whether it has it or not (RFC 7644 §3.1, §3.14). */
  private Response.ResponseBuilder named(
      Response.ResponseBuilder response, Found found, EntityTag tag) {
    return response.location(location(found)).header(HttpHeaders.ETAG, tag.toString());
  }

  private URI location(Found found) {
    return URI.create(client().location(type(), found.resource().id()));
  }
}
