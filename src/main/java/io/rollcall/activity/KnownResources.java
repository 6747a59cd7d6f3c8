package io.rollcall.activity;

import io.rollcall.directory.IndexedValue;
import io.rollcall.directory.StoredResource;
import io.rollcall.directory.User;
import io.rollcall.scim.resource.ComparisonKey;
import io.rollcall.scim.schema.AttributePath;
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

  private static final List<AttributePath> PATHS =
      Stream.concat(User.knownBy().stream(), Stream.of(StoredResource.DISPLAY_NAME)).toList();

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  /** The ids of those that have the name: a userName, e-mail address, externalId, displayName. */
  public Set<String> ids(String tenantId, String name) {
    return ids(tenantId, List.of(name)).getOrDefault(name, Set.of());
  }

  /** The ids of those that have each of the names, by name; at most some hundred names. */
  public Map<String, Set<String>> ids(String tenantId, Collection<String> names) {
    var idsByName = new HashMap<String, Set<String>>();
    for (var path : PATHS) {
      var namesByHead = names.stream().collect(Collectors.groupingBy(name -> head(path, name)));
      find(tenantId, path, namesByHead.keySet())
          .forEach(
              found ->
                  namesByHead
                      .getOrDefault((String) found[0], List.of())
                      .forEach(
                          name ->
                              idsByName
                                  .computeIfAbsent(name, n -> new HashSet<>())
                                  .add((String) found[1])));
    }
    return idsByName;
  }

  private static String head(AttributePath path, String name) {
    return IndexedValue.head(ComparisonKey.of(path.target(), name));
  }

  private Stream<Object[]> find(String tenantId, AttributePath path, Collection<String> heads) {
    if (heads.isEmpty()) {
      return Stream.of();
    }
    return entities
        .createQuery(
            "select v.head, v.key.resourceId from IndexedValue v where v.key.tenantId = :tenant"
                + " and v.key.path = :path and v.head in :heads",
            Object[].class)
        .setParameter("tenant", tenantId)
        .setParameter("path", path.canonical())
        .setParameter("heads", heads)
        .setMaxResults(MAX_FOUND)
        .getResultStream();
  }
}
