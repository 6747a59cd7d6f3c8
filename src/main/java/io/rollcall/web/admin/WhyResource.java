package io.rollcall.web.admin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.activity.ActivityEntry;
import io.rollcall.activity.Names;
import io.rollcall.activity.why.Explanation;
import io.rollcall.activity.why.Explanation.InGroup;
import io.rollcall.activity.why.Explanations;
import io.rollcall.directory.StoredResource;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.lock.OnlyForAdministrators;
import io.rollcall.web.problem.ProblemForm;
import io.rollcall.web.problem.ProblemsAs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Why a person is here, or isn't. */
@Path("core/iam/v1/why")
@OnlyForAdministrators
@ProblemsAs(ProblemForm.DETAILS)
@ApplicationScoped
public class WhyResource {

  private static final String PERSON = "person";
  private static final int MAX_PERSON = 1_024;

  /** So many members of each entry are shown. */
  private static final int MEMBERS = 10;

  @Inject private Authentication authentication;
  @Inject private Explanations explanations;
  @Inject private ActivityViews views;

  @Context private UriInfo uri;

  @GET
  @Produces(APPLICATION_JSON)
  public Response get() {
    var tenantId = authentication.as(Administrator.class).tenantId();
    var explanation = explanations.of(tenantId, person());
    var entries =
        Stream.of(explanation.history(), explanation.refused()).flatMap(List::stream).toList();
    var shown = shown(explanation, views.of(tenantId, entries, MEMBERS));
    return Response.ok(shown.toString(), APPLICATION_JSON).build();
  }

  private String person() {
    return new QueryParameters(uri.getQueryParameters(), Set.of(PERSON))
        .text(PERSON)
        .filter(person -> person.length() <= MAX_PERSON)
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    PERSON,
                    "is required: a userName, e-mail address, externalId or id of at most "
                        + MAX_PERSON
                        + " characters"));
  }

  private static JsonObject shown(Explanation explanation, ActivityView view) {
    var shown =
        SharedJson.createObjectBuilder()
            .add("verdict", explanation.verdict().toString())
            .add("sentence", explanation.sentence());
    explanation.resource().ifPresent(resource -> shown.add("resource", resource(resource)));
    explanation
        .providerId()
        .map(view.providersById()::get)
        .ifPresent(provider -> shown.add("provider", provider.scheme()));
    var groups = SharedJson.createArrayBuilder();
    explanation.groups().forEach(group -> groups.add(group(group)));
    var others = SharedJson.createArrayBuilder();
    explanation.others().forEach(other -> others.add(resource(other)));
    var similar = SharedJson.createArrayBuilder();
    explanation.similar().forEach(other -> similar.add(named(other.id(), other.name())));
    return shown
        .add("groups", groups)
        .add("history", entries(explanation.history(), view))
        .add("refused", entries(explanation.refused(), view))
        .add("others", others)
        .add("similar", similar)
        .build();
  }

  private static JsonObjectBuilder group(InGroup group) {
    var shown =
        SharedJson.createObjectBuilder()
            .add("id", group.id())
            .add("displayName", group.name())
            .add("type", group.type());
    group.since().ifPresent(time -> shown.add("since", time.toString()));
    return shown;
  }

  private static JsonObjectBuilder resource(StoredResource resource) {
    return named(Optional.of(resource.id()), Names.of(resource))
        .add("type", resource.type().name())
        .add("createdAt", resource.created().toString())
        .add("lastModified", resource.lastModified().toString());
  }

  private static JsonObjectBuilder named(Optional<String> id, String name) {
    var named = SharedJson.createObjectBuilder();
    id.ifPresent(known -> named.add("id", known));
    return named.add("name", name);
  }

  private static JsonArrayBuilder entries(List<ActivityEntry> entries, ActivityView view) {
    var shown = SharedJson.createArrayBuilder();
    entries.forEach(entry -> shown.add(view.of(entry)));
    return shown;
  }
}
