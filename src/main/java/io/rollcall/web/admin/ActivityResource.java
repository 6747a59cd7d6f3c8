package io.rollcall.web.admin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.activity.ActivityQuery;
import io.rollcall.activity.ResourceNames;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.lock.OnlyForAdministrators;
import io.rollcall.web.problem.ProblemForm;
import io.rollcall.web.problem.ProblemsAs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;

/** What was done in the admin's tenant, and what was refused. */
@Path("core/iam/v1/activity")
@OnlyForAdministrators
@ProblemsAs(ProblemForm.DETAILS)
@ApplicationScoped
public class ActivityResource {

  /** So many members are in an entry by itself; the others are read on. */
  private static final int MEMBERS = 1_000;

  /**
   * Not export: RESTEasy would take that for an id, against Jakarta RESTful Web Services §3.7.2.
   */
  private static final String ID = "[0-9a-f-]{36}";

  private static final int MAX_PART = 1_000_000;

  @Inject private Authentication authentication;
  @Inject private ActivityQuery activity;
  @Inject private ActivityViews views;
  @Inject private ActivityAnswers answers;
  @Inject private ActivityExport export;
  @Inject private ResourceNames names;
  @Inject private KnownActors known;

  @Context private UriInfo uri;

  /** One page, the newest first. */
  @GET
  @Produces(APPLICATION_JSON)
  public Response list() {
    var request = ActivityRequest.ofPage(uri.getQueryParameters(), tenantId(), known);
    return answers.page(tenantId(), request.filter(), request.limit());
  }

  /** All entries that are asked for, as a table or a line each. */
  @GET
  @Path("export")
  public Response export() {
    var request = ActivityRequest.ofExport(uri.getQueryParameters(), tenantId(), known);
    return export.answer(tenantId(), request.filter(), request.format());
  }

  @GET
  @Path("{id: " + ID + "}")
  @Produces(APPLICATION_JSON)
  public Response get(@PathParam("id") String id) {
    QueryParameters.refuseAny(uri.getQueryParameters());
    var entry = activity.entry(tenantId(), id);
    return ActivityAnswers.json(views.of(tenantId(), List.of(entry), MEMBERS).of(entry).build());
  }

  /** Who joined or left beyond the first thousand, which stand in the entry itself. */
  @GET
  @Path("{id: " + ID + "}/members")
  @Produces(APPLICATION_JSON)
  public Response members(@PathParam("id") String id) {
    var entry = activity.entry(tenantId(), id);
    var part =
        new QueryParameters(uri.getQueryParameters(), Set.of("cursor"))
                .number("cursor", 1, MAX_PART)
            - 1;
    var answer = SharedJson.createObjectBuilder();
    var members = SharedJson.createArrayBuilder();
    activity
        .furtherMembers(entry, part)
        .ifPresent(
            page -> {
              var namesById = names.of(tenantId(), page.ids());
              page.ids()
                  .forEach(
                      member -> {
                        var shown =
                            SharedJson.createObjectBuilder()
                                .add("id", member)
                                .add("change", page.change());
                        if (namesById.containsKey(member)) {
                          shown.add("name", namesById.get(member));
                        }
                        members.add(shown);
                      });
              activity
                  .furtherMembers(entry, part + 1)
                  .ifPresent(next -> answer.add("next", Integer.toString(part + 2)));
            });
    return ActivityAnswers.json(answer.add("members", members).build());
  }

  private String tenantId() {
    return authentication.as(Administrator.class).tenantId();
  }
}
