package io.rollcall.web.admin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.activity.ActivityEntry;
import io.rollcall.activity.ActivityQuery;
import io.rollcall.provider.SsoProvider;
import io.rollcall.provider.SsoProviders;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.schema.Attribute;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.tenancy.TenantSchema;
import io.rollcall.tenancy.TenantSchemas;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was done in the admin's tenant, and what was refused. */
@Path("core/iam/v1/activity")
@OnlyForAdministrators
@ProblemsAs(ProblemForm.DETAILS)
@ApplicationScoped
public class ActivityResource {

  @Inject private Authentication authentication;
  @Inject private ActivityQuery activity;
  @Inject private SsoProviders providers;
  @Inject private TenantSchemas schemas;

  @Context private UriInfo uri;

  /** One page, the newest first; one entry more than it has tells whether there is a next one. */
  @GET
  @Produces(APPLICATION_JSON)
  public Response list() {
    var providersById = providersById();
    var request = ActivityRequest.read(uri.getQueryParameters(), providersById.values());
    var found = activity.entries(tenantId(), request.filter(), request.count() + 1);
    var page = found.subList(0, Math.min(request.count(), found.size()));
    var items = SharedJson.createArrayBuilder();
    page.forEach(entry -> items.add(ActivityView.summary(entry, providersById)));
    var answer = SharedJson.createObjectBuilder().add("items", items);
    if (found.size() > page.size()) {
      answer.add("next", page.get(page.size() - 1).id());
    }
    return Response.ok(answer.build().toString(), APPLICATION_JSON).build();
  }

  @GET
  @Path("{id}")
  @Produces(APPLICATION_JSON)
  public Response get(@PathParam("id") String id) {
    ActivityEntry entry = activity.entry(tenantId(), id);
    var whole = ActivityView.whole(entry, providersById(), hidden());
    return Response.ok(whole.build().toString(), APPLICATION_JSON).build();
  }

  private Map<String, SsoProvider> providersById() {
    return providers.all(tenantId()).stream()
        .collect(Collectors.toMap(SsoProvider::id, provider -> provider));
  }

  /** The attributes, or attributes with parts, that no answer ever has. */
  private Set<String> hidden() {
    return Stream.concat(
            ResourceTypes.STANDARD.all().stream().flatMap(ResourceType::attributePaths),
            schemas.all(tenantId()).stream().flatMap(TenantSchema::attributePaths))
        .filter(
            path ->
                path.attribute().isHidden()
                    || path.attribute().subAttributes().stream().anyMatch(Attribute::isHidden))
        .map(AttributePath::canonical)
        .collect(Collectors.toSet());
  }

  private String tenantId() {
    return authentication.as(Administrator.class).tenantId();
  }
}
