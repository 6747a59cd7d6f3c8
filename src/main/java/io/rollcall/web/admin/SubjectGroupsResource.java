package io.rollcall.web.admin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.access.Principal.Administrator;
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

/** The groups of the admin's tenant, whichever provider has them. */
@Path("core/iam/v1/groups")
@OnlyForAdministrators
@ProblemsAs(ProblemForm.DETAILS)
@ApplicationScoped
public class SubjectGroupsResource {

  private static final ResourceType GROUP = ResourceType.GROUP;

  @Inject private Authentication authentication;
  @Inject private Subjects subjects;
  @Inject private SubjectAnswers answers;
  @Inject private ActivityAnswers activity;

  @Context private UriInfo uri;

  @GET
  @Produces(APPLICATION_JSON)
  public Response list() {
    return answers.list(admin(), GROUP, "groups", uri.getQueryParameters());
  }

  @GET
  @Path("{id}")
  @Produces(APPLICATION_JSON)
  public Response get(@PathParam("id") String id) {
    return ok(subjects.get(admin(), GROUP, id));
  }

  /** What was done to it; also when it is gone. */
  @GET
  @Path("{id}/history")
  @Produces(APPLICATION_JSON)
  public Response history(@PathParam("id") String id) {
    return activity.history(admin().tenantId(), GROUP.name(), id, uri.getQueryParameters());
  }

  /** Its members. */
  @GET
  @Path("{id}/memberships")
  @Produces(APPLICATION_JSON)
  public Response memberships(@PathParam("id") String id) {
    return answers.members(admin(), id, uri.getQueryParameters());
  }

  /** The groups that it is in. */
  @GET
  @Path("{id}/groups")
  @Produces(APPLICATION_JSON)
  public Response groups(@PathParam("id") String id) {
    return answers.groups(admin(), GROUP, id, uri.getQueryParameters());
  }

  @POST
  @Path("{id}/transfer")
  @Consumes(APPLICATION_JSON)
  @Produces(APPLICATION_JSON)
  public Response transfer(@PathParam("id") String id, @Valid TransferRequest request) {
    return ok(subjects.transfer(admin(), GROUP, id, request.provider()));
  }

  @POST
  @Path("{id}/release")
  @Produces(APPLICATION_JSON)
  public Response release(@PathParam("id") String id) {
    return ok(subjects.release(admin(), GROUP, id));
  }

  private Response ok(Subject subject) {
    return answers.one(admin(), subject);
  }

  private Administrator admin() {
    return authentication.as(Administrator.class);
  }
}
