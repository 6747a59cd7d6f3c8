package io.rollcall.activity;

import io.rollcall.directory.IndexedValue;
import io.rollcall.directory.User;
import io.rollcall.scim.resource.ComparisonKey;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the users and groups of a tenant by the names that they have now. */
@ApplicationScoped
public class KnownResources {

  /** Of more resources that share a name nobody wants to read. */
  private static final int MAX_FOUND = 1_000;

  /** Those of users, of which a displayName is a group's as well. */
  private static final List<AttributePath> PATHS = User.knownBy();

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  /** The ids of those that have the name: a userName, e-mail address, externalId, displayName. */
  public Set<String> ids(String tenantId, String name) {
    return ids(tenantId, List.of(name)).getOrDefault(name, Set.of());
  }

  /**
   * The ids of those users, or of those groups, that have each of the names, by name.
   *
   * @param names at most some hundred
   */
  public Map<String, Set<String>> ids(
      String tenantId, ResourceType type, Collection<String> names) {
    var idsByName = ids(tenantId, names);
    var ofType =
        ofType(
            tenantId,
            type,
            idsByName.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    idsByName.values().forEach(ids -> ids.retainAll(ofType));
    return idsByName;
  }

  private Set<String> ofType(String tenantId, ResourceType type, Set<String> ids) {
    return ids.isEmpty()
        ? Set.of()
        : entities
            .createQuery(
                "select r.key.id from %s r where r.key.tenantId = :tenant and r.key.id in :ids"
                    .formatted(type.name()),
                String.class)
            .setParameter("tenant", tenantId)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toSet());
  }

  private Map<String, Set<String>> ids(String tenantId, Collection<String> names) {
    var idsByName = new HashMap<String, Set<String>>();
    for (var path : PATHS) {
      var namesByKey =
          names.stream()
              .collect(Collectors.groupingBy(name -> ComparisonKey.of(path.target(), name)));
      find(tenantId, path, namesByKey.keySet())
          .forEach(
              found ->
                  namesByKey
                      .getOrDefault((String) found[0], List.of())
                      .forEach(
                          name ->
                              idsByName
                                  .computeIfAbsent(name, n -> new HashSet<>())
                                  .add((String) found[1])));
    }
    return idsByName;
  }

  /** By their beginnings, which have an index. */
  private Stream<Object[]> find(String tenantId, AttributePath path, Collection<String> keys) {
    if (keys.isEmpty()) {
      return Stream.of();
    }
    var heads = keys.stream().map(IndexedValue::head).distinct().toList();
    return entities
        .createQuery(
            "select v.value, v.key.resourceId from IndexedValue v where v.key.tenantId = :tenant"
                + " and v.key.path = :path and v.head in :heads",
            Object[].class)
        .setParameter("tenant", tenantId)
        .setParameter("path", path.canonical())
        .setParameter("heads", heads)
        .setMaxResults(MAX_FOUND)
        .getResultStream();
  }
}
