package io.rollcall.directory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.resource.ResourceIndex;
import io.rollcall.scim.resource.ResourceIndex.Entry;
import io.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps the indexed values of a resource in step with its document. The old document says which
 * rows there are, so that only those that differ are touched and none is read.
 */
@ApplicationScoped
public class ValueIndex {

  /** More than anyone needs, and few enough for one transaction. */
  private static final int MAX_VALUES = 20_000;

  private static final int DELETED_AT_ONCE = 500;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  void create(StoredResource resource, JsonObject document, ResourceType type) {
    update(resource, JsonValue.EMPTY_JSON_OBJECT, document, type);
  }

  /**
   * Brings the rows in step with a change.
   *
   * @throws Refusal.TooLarge when there would be more than 20,000
   */
  void update(StoredResource resource, JsonObject before, JsonObject after, ResourceType type) {
    var old = Set.copyOf(ResourceIndex.entries(before, type));
    var current = Set.copyOf(ResourceIndex.entries(after, type));
    if (current.size() > MAX_VALUES) {
      throw new Refusal.TooLarge(
          "The resource would have more than %d values. Remove values that are not needed."
              .formatted(MAX_VALUES));
    }
    delete(resource, without(old, current));
    without(current, old)
        .forEach(entry -> entities.persist(new IndexedValue(resource.key(), entry)));
  }

  private void delete(StoredResource resource, List<Entry> entries) {
    entries.stream()
        .collect(groupingBy(Entry::path, mapping(Entry::element, toList())))
        .forEach((path, elements) -> delete(resource, path, elements));
  }

  private void delete(StoredResource resource, String path, List<Integer> elements) {
    for (var start = 0; start < elements.size(); start += DELETED_AT_ONCE) {
      var end = Math.min(start + DELETED_AT_ONCE, elements.size());
      entities
          .createQuery(
              "delete from IndexedValue v where v.key.tenantId = :tenant and v.key.resourceId = :id"
                  + " and v.key.path = :path and v.key.element in :elements")
          .setParameter("tenant", resource.tenantId())
          .setParameter("id", resource.id())
          .setParameter("path", path)
          .setParameter("elements", elements.subList(start, end))
          .executeUpdate();
    }
  }

  private static List<Entry> without(Set<Entry> entries, Set<Entry> others) {
    var rest = new HashSet<>(entries);
    rest.removeAll(others);
    return List.copyOf(rest);
  }
}
