package io.rollcall.web.scim;

import io.rollcall.activity.overview.Contacts;
import io.rollcall.directory.Reading;
import io.rollcall.directory.ResourceWithRelations;
import io.rollcall.directory.search.Page;
import io.rollcall.directory.search.Query;
import io.rollcall.directory.search.Sort;
import io.rollcall.directory.search.TypeFilter;
import io.rollcall.provisioning.Messages;
import io.rollcall.provisioning.Provisioning;
import io.rollcall.provisioning.ScimClient;
import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.resource.Projection;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.web.http.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers queries: of one resource type, or of several at the base (RFC 7644 §3.4.2.1). */
@ApplicationScoped
class Lists {

  @Inject private Provisioning provisioning;
  @Inject private Representations representations;
  @Inject private Cursors cursors;
  @Inject private Limits limits;
  @Inject private Messages messages;
  @Inject private Contacts contacts;

  /** The page that is asked for. */
  ScimBody answer(ScimClient client, ListRequest request, List<ResourceType> types) {
    if (request.cursor().isPresent() && request.startIndex().isPresent()) {
      throw new ScimException(
          ScimType.INVALID_VALUE, "startIndex: can't go with cursor. Send one of them.");
    }
    var names = types.stream().map(ResourceType::name).toList();
    var count = request.count(limits.defaultPageSize(), limits.maxPageSize());
    var projections =
        types.stream()
            .collect(
                Collectors.toMap(
                    ResourceType::name,
                    type ->
                        Projection.of(type, request.attributes(), request.excludedAttributes())));
    var page =
        provisioning.list(
            client,
            new Query(
                filters(request.filter(), types),
                request.sortBy().map(name -> sort(name, request.isDescending(), types)),
                request.start(),
                request.cursor().flatMap(c -> cursors.position(c, count, client, names, request)),
                count,
                Reading.of(
                    types.stream().anyMatch(t -> wantsRelations(projections.get(t.name()), t)))));
    if (request.filter().isPresent() && page.resources().size() == 1) {
      // So identity providers ask whether somebody is there.
      contacts.named(client.provisioner(), page.resources().get(0).resource().id());
    }
    var next =
        request
            .cursor()
            .flatMap(c -> page.next())
            .map(position -> cursors.issue(position, count, client, names, request));
    return new ListResponse(
        page.totalResults(),
        request.cursor().isPresent() ? OptionalInt.empty() : OptionalInt.of(request.start()),
        next,
        shown(page, new ResourceTypes(types), projections, client));
  }

  private static boolean wantsRelations(Projection projection, ResourceType type) {
    return projection.includes(Representation.relation(type));
  }

  private List<Representation> shown(
      Page page, ResourceTypes types, Map<String, Projection> projections, ScimClient client) {
    Function<ResourceWithRelations, Representation> shown =
        found -> {
          var type = types.own(found.resource().type());
          return shown(client, found, type, projections.get(type.name()));
        };
    return page.resources().stream().map(shown).toList();
  }

  /** A name that one type lacks has no value there; one that all lack is a mistake. */
  private List<TypeFilter> filters(Optional<String> filter, List<ResourceType> types) {
    if (filter.isEmpty()) {
      return types.stream().map(type -> new TypeFilter(type, Optional.empty())).toList();
    }
    return messages.filter(filter.get(), types).entrySet().stream()
        .map(parsed -> new TypeFilter(parsed.getKey(), Optional.<Filter>of(parsed.getValue())))
        .toList();
  }

  private static Sort sort(String sortBy, boolean isDescending, List<ResourceType> types) {
    return types.stream()
        .flatMap(type -> type.resolveBare(sortBy).stream())
        .findFirst()
        .map(Lists::sortable)
        .map(path -> new Sort(path.significant(), isDescending))
        .orElseThrow(
            () ->
                new ScimException(
                    ScimType.INVALID_PATH,
                    "sortBy: %s is no attribute of %s. Use a name that the schema has."
                        .formatted(
                            Excerpt.of(sortBy),
                            types.stream()
                                .map(ResourceType::name)
                                .collect(Collectors.joining(" or ")))));
  }

  /** What is never returned would be told by its place among the others. */
  private static AttributePath sortable(AttributePath path) {
    if (path.isHidden()) {
      throw ScimException.at(
          path, ScimType.SENSITIVE, "can't be asked for. Sort by another attribute.");
    }
    return path;
  }

  private Representation shown(
      ScimClient client, ResourceWithRelations found, ResourceType type, Projection projection) {
    return representations.show(
        client, found, type, projection, Representations.tag(found, type, projection));
  }
}
