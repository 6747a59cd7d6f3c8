package io.rollcall.web.admin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.directory.Relation;
import io.rollcall.directory.StoredResource;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.provider.SsoProvider;
import io.rollcall.provider.SsoProviders;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.subjects.Subject;
import io.rollcall.subjects.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is answered about users and about groups alike. */
@ApplicationScoped
class SubjectAnswers {

  private static final String MEMBERSHIPS = "memberships";

  @Inject private Subjects subjects;
  @Inject private SsoProviders providers;
  @Inject private PageCursors cursors;

  /**
   * A page of users or groups.
   *
   * @param name the member that has them
   * @throws Refusal.Invalid when a parameter isn't one of theirs
   */
  Response list(
      Administrator admin, ResourceType type, String name, MultivaluedMap<String, String> query) {
    var parameters = QueryParameters.ofList(query, SubjectsRequest.names(type));
    var providersById = providersById(admin);
    var after = cursors.position(admin.tenantId(), name, parameters);
    var found =
        subjects.list(admin, type, SubjectsRequest.read(parameters, providersById.values(), after));
    return page(
        name,
        found.resources(),
        resource -> SubjectView.summary(resource, providersById),
        found.next().map(last -> cursors.issue(last.id(), admin.tenantId(), name, parameters)));
  }

  /** A user or group with all that is known of it. */
  Response one(Administrator admin, Subject subject) {
    var whole = SubjectView.whole(subject, providersById(admin));
    return Response.ok(whole.build().toString(), APPLICATION_JSON).build();
  }

  /** A page of the members of a group. */
  Response members(Administrator admin, String groupId, MultivaluedMap<String, String> query) {
    var parameters = QueryParameters.ofList(query, Set.of());
    var list = "members of " + groupId;
    var after = cursors.position(admin.tenantId(), list, parameters).orElse("");
    var found = subjects.members(admin, groupId, after, parameters.limit() + 1);
    var page = first(found, parameters);
    return page(
        MEMBERSHIPS,
        page,
        SubjectView::member,
        next(admin, list, parameters, found.size(), page, StoredResource::id));
  }

  /** A page of the groups that a user or group is in. */
  Response groups(
      Administrator admin, ResourceType type, String id, MultivaluedMap<String, String> query) {
    var parameters = QueryParameters.ofList(query, Set.of());
    var list = "groups of " + id;
    var after = cursors.position(admin.tenantId(), list, parameters).orElse("");
    var found =
        subjects.groups(admin, type, id).stream()
            .filter(group -> group.id().compareTo(after) > 0)
            .toList();
    var page = first(found, parameters);
    return page(
        MEMBERSHIPS,
        page,
        SubjectView::group,
        next(admin, list, parameters, found.size(), page, Relation::id));
  }

  private static <T> List<T> first(List<T> found, QueryParameters parameters) {
    return found.subList(0, Math.min(parameters.limit(), found.size()));
  }

  private <T> Optional<String> next(
      Administrator admin,
      String list,
      QueryParameters parameters,
      int found,
      List<T> page,
      Function<T, String> id) {
    return found > page.size()
        ? Optional.of(
            cursors.issue(id.apply(page.get(page.size() - 1)), admin.tenantId(), list, parameters))
        : Optional.empty();
  }

  private static <T> Response page(
      String name, List<T> page, Function<T, JsonObjectBuilder> view, Optional<String> next) {
    var items = SharedJson.createArrayBuilder();
    page.forEach(item -> items.add(view.apply(item)));
    var answer = SharedJson.createObjectBuilder().add(name, items);
    next.ifPresent(cursor -> answer.add("next", cursor));
    return Response.ok(answer.build().toString(), APPLICATION_JSON).build();
  }

  private Map<String, SsoProvider> providersById(Administrator admin) {
    return providers.all(admin.tenantId()).stream()
        .collect(Collectors.toMap(SsoProvider::id, provider -> provider));
  }
}
