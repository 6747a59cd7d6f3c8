package io.rollcall.web.scim;

import static io.rollcall.web.problem.MediaTypes.SCIM_JSON;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.provisioning.HashBudget;
import io.rollcall.provisioning.Messages;
import io.rollcall.provisioning.Precondition;
import io.rollcall.provisioning.Provisioning;
import io.rollcall.provisioning.ScimClient;
import io.rollcall.scim.patch.PatchRequest;
import io.rollcall.scim.resource.ReadResource;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.ResourceTypes;
import jakarta.inject.Inject;
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
  public Response list() {
    return ok(lists.answer(client(), ListParameters.read(query()), List.of(type()))).build();
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
  public Response create(ReadResource read) {
    var client = client();
    var answer = answer(client, true);
    var sent = messages.resource(read, type(), new HashBudget());
    var found = provisioning.create(client, type(), sent);
    return answer.changed(Response.Status.CREATED, found);
  }

  @GET
  @Path("{id}")
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response get(@PathParam("id") String id) {
    var client = client();
    var answer = answer(client, true);
    var found = provisioning.get(client, type(), id, answer.readingToShow());
    return answer.found(found, precondition());
  }

  @PUT
  @Path("{id}")
  @Consumes({SCIM_JSON, APPLICATION_JSON})
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response replace(@PathParam("id") String id, ReadResource read) {
    var client = client();
    var answer = answer(client, true);
    var sent = messages.resource(read, type(), new HashBudget());
    var found =
        provisioning.replace(client, type(), id, precondition(), sent, answer.readingToChange());
    return answer.changed(Response.Status.OK, found);
  }

  @PATCH
  @Path("{id}")
  @Consumes({SCIM_JSON, APPLICATION_JSON})
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response patch(@PathParam("id") String id, PatchRequest request) {
    var client = client();
    var answer = answer(client, answersPatchWithResource());
    var sent = messages.patch(request, new HashBudget());
    var found =
        provisioning.patch(client, type(), id, precondition(), sent, answer.readingToChange());
    return answer.changed(Response.Status.OK, found);
  }

  @DELETE
  @Path("{id}")
  @Produces({SCIM_JSON, APPLICATION_JSON})
  public Response delete(@PathParam("id") String id) {
    provisioning.delete(client(), type(), id, precondition());
    return Response.noContent().build();
  }

  private ResourceAnswer answer(ScimClient client, boolean isUsual) {
    return new ResourceAnswer(
        representations, client, type(), headers(), Wanted.of(query()), isUsual);
  }

  private ResourceType type() {
    return type(getClass(), types());
  }

  /** The type that is served there, as every tenant has it; empty when none is. */
  static Optional<ResourceType> standardType(Class<?> endpoint) {
    return Optional.ofNullable(endpoint.getAnnotation(Serves.class))
        .flatMap(serves -> ResourceTypes.STANDARD.at(serves.value()));
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
}
