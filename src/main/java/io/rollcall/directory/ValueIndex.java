package io.rollcall.directory;

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
 * Keeps the indexed values of a resource in step with its representation. The old representation
 * says which rows there are, so that only those that differ are touched and none is read.
 */
@ApplicationScoped
class ValueIndex {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  void create(StoredResource resource, JsonObject representation, ResourceType type) {
    update(resource, JsonValue.EMPTY_JSON_OBJECT, representation, type);
  }

  void update(StoredResource resource, JsonObject before, JsonObject after, ResourceType type) {
    var old = Set.copyOf(ResourceIndex.entries(before, type));
    var current = Set.copyOf(ResourceIndex.entries(after, type));
    delete(resource, without(old, current));
    without(current, old)
        .forEach(entry -> entities.persist(new IndexedValue(resource.key(), entry)));
  }

  private void delete(StoredResource resource, List<Entry> entries) {
    for (var entry : entries) {
      entities
          .createQuery(
              "delete from IndexedValue v where v.key.tenantId = :tenant and v.key.resourceId = :id"
                  + " and v.key.path = :path and v.key.element = :element")
          .setParameter("tenant", resource.tenantId())
          .setParameter("id", resource.id())
          .setParameter("path", entry.path())
          .setParameter("element", entry.element())
          .executeUpdate();
    }
  }

  private static List<Entry> without(Set<Entry> entries, Set<Entry> others) {
    var rest = new HashSet<>(entries);
    rest.removeAll(others);
    return List.copyOf(rest);
  }
}
