package io.rollcall.web.admin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.provisioning.HashBudget;
import io.rollcall.provisioning.Messages;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.subjects.Subject;
import io.rollcall.subjects.Subjects;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.lock.OnlyForAdministrators;
import io.rollcall.web.problem.ProblemForm;
import io.rollcall.web.problem.ProblemsAs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The users of the admin's tenant, whichever provider has them. */
@Path("core/iam/v1/users")
@OnlyForAdministrators
@ProblemsAs(ProblemForm.DETAILS)
@ApplicationScoped
public class SubjectUsersResource {

  private static final ResourceType USER = ResourceType.USER;

  @Inject private Authentication authentication;
  @Inject private Subjects subjects;
  @Inject private SubjectAnswers answers;
  @Inject private ActivityAnswers activity;
  @Inject private Messages messages;

  @Context private UriInfo uri;

  @GET
  @Produces(APPLICATION_JSON)
  public Response list() {
    return answers.list(admin(), USER, "users", uri.getQueryParameters());
  }

  @GET
  @Path("{id}")
  @Produces(APPLICATION_JSON)
  public Response get(@PathParam("id") String id) {
    return ok(subjects.get(admin(), USER, id));
  }

  /** What was done to it; also when it is gone. */
  @GET
  @Path("{id}/history")
  @Produces(APPLICATION_JSON)
  public Response history(@PathParam("id") String id) {
    return activity.history(admin().tenantId(), USER.name(), id, uri.getQueryParameters());
  }

  @GET
  @Path("{id}/memberships")
  @Produces(APPLICATION_JSON)
  public Response memberships(@PathParam("id") String id) {
    return answers.groups(admin(), USER, id, uri.getQueryParameters());
  }

  /** Creates a local user: one that no provider has. */
  @POST
  @Consumes(APPLICATION_JSON)
  @Produces(APPLICATION_JSON)
  public Response create(@Valid UserRequest request) {
    var type = subjects.types(admin()).own(USER);
    var read = request.read(type);
    var sent = messages.resource(read, type, new HashBudget());
    return ok(subjects.create(admin(), sent.document(), sent.notes()));
  }

  @POST
  @Path("{id}/deactivate")
  @Produces(APPLICATION_JSON)
  public Response deactivate(@PathParam("id") String id) {
    return ok(subjects.activate(admin(), id, false));
  }

  @POST
  @Path("{id}/reactivate")
  @Produces(APPLICATION_JSON)
  public Response reactivate(@PathParam("id") String id) {
    return ok(subjects.activate(admin(), id, true));
  }

  @POST
  @Path("{id}/transfer")
  @Consumes(APPLICATION_JSON)
  @Produces(APPLICATION_JSON)
  public Response transfer(@PathParam("id") String id, @Valid TransferRequest request) {
    return ok(subjects.transfer(admin(), USER, id, request.provider()));
  }

  @POST
  @Path("{id}/release")
  @Produces(APPLICATION_JSON)
  public Response release(@PathParam("id") String id) {
    return ok(subjects.release(admin(), USER, id));
  }

  private Response ok(Subject subject) {
    return answers.one(admin(), subject);
  }

  private Administrator admin() {
    return authentication.as(Administrator.class);
  }
}
