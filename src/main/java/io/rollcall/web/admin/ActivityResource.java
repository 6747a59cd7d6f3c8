package io.rollcall.web.admin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.activity.ActivityEntry;
import io.rollcall.activity.ActivityQuery;
import io.rollcall.activity.ResourceNames;
import io.rollcall.provider.SsoProviders;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.lock.OnlyForAdministrators;
import io.rollcall.web.problem.ProblemForm;
import io.rollcall.web.problem.ProblemsAs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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

  /** A page ends before it has more characters. */
  private static final int MAX_PAGE = 1024 * 1024;

  /** So many members of each entry are in a list. */
  private static final int LISTED_MEMBERS = 10;

  /** So many are in an entry by itself; the others are read on. */
  private static final int MEMBERS = 1_000;

  private static final int MAX_PART = 1_000_000;

  @Inject private Authentication authentication;
  @Inject private ActivityQuery activity;
  @Inject private ActivityViews views;
  @Inject private ActivityExport export;
  @Inject private ResourceNames names;
  @Inject private SsoProviders providers;

  @Context private UriInfo uri;

  /** One page, the newest first; one entry more than it has tells whether there is a next one. */
  @GET
  @Produces(APPLICATION_JSON)
  public Response list() {
    var request = request();
    var found = activity.entries(tenantId(), request.filter(), request.limit() + 1);
    var page = found.subList(0, Math.min(request.limit(), found.size()));
    var view = views.of(tenantId(), page, LISTED_MEMBERS);
    var entries = SharedJson.createArrayBuilder();
    var length = 0;
    ActivityEntry last = null;
    for (var entry : page) {
      var shown = view.of(entry).build();
      length += shown.toString().length();
      if (last != null && length > MAX_PAGE) {
        break;
      }
      entries.add(shown);
      last = entry;
    }
    var answer = SharedJson.createObjectBuilder().add("entries", entries);
    if (last != null && last != found.get(found.size() - 1)) {
      answer.add("next", last.id());
    }
    return json(answer.build());
  }

  /** All entries that are asked for, as a table or a line each. */
  @GET
  @Path("export")
  public Response export() {
    return export.answer(
        tenantId(), request().filter(), uri.getQueryParameters().getFirst("format"));
  }

  @GET
  @Path("{id}")
  @Produces(APPLICATION_JSON)
  public Response get(@PathParam("id") String id) {
    var entry = activity.entry(tenantId(), id);
    return json(views.of(tenantId(), List.of(entry), MEMBERS).of(entry).build());
  }

  /** Who joined or left beyond the first thousand, which stand in the entry itself. */
  @GET
  @Path("{id}/members")
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
    return json(answer.add("members", members).build());
  }

  private ActivityRequest request() {
    return ActivityRequest.read(uri.getQueryParameters(), providers.all(tenantId()));
  }

  private String tenantId() {
    return authentication.as(Administrator.class).tenantId();
  }

  private static Response json(JsonObject body) {
    return Response.ok(body.toString(), APPLICATION_JSON).build();
  }
}
