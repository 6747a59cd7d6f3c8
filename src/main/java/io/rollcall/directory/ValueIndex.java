package io.rollcall.directory;

import static java.util.stream.Collectors.groupingBy;

import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.resource.ResourceIndex;
import io.rollcall.scim.resource.ResourceIndex.Entry;
import io.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Keeps the indexed values of a resource in step with its document. The old document says which
 * rows there are, so that only those that differ are touched and none is read.
 */
@ApplicationScoped
class ValueIndex {

  /** More than anyone needs, and few enough for one transaction. */
  private static final int MAX_VALUES = 20_000;

  private static final int DELETED_AT_ONCE = 500;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  void create(StoredResource resource, JsonObject document, ResourceType type) {
    update(resource, JsonValue.EMPTY_JSON_OBJECT, document, type);
  }

  /**
   * Brings the rows in step with a change. Where one value takes the place of another, which is
   * what most changes are, its row is written over.
   *
   * @throws Refusal.TooLarge when there would be more than 20,000
   */
  void update(StoredResource resource, JsonObject before, JsonObject after, ResourceType type) {
    var difference = ResourceIndex.difference(before, after, type);
    if (difference.isGrowth() && ResourceIndex.entries(after, type).size() > MAX_VALUES) {
      throw new Refusal.TooLarge(
          "The resource would have more than %d values. Remove values that are not needed."
              .formatted(MAX_VALUES));
    }
    var come = difference.come().stream().collect(groupingBy(Entry::path));
    difference.gone().stream()
        .collect(groupingBy(Entry::path))
        .forEach(
            (path, gone) -> {
              if (isOneForOne(gone, come.getOrDefault(path, List.of()))) {
                write(resource, come.remove(path).get(0));
              } else {
                delete(resource, path, gone.stream().map(Entry::element).toList());
              }
            });
    come.values().stream()
        .flatMap(List::stream)
        .forEach(entry -> entities.persist(new IndexedValue(resource.key(), entry)));
  }

  private static boolean isOneForOne(List<Entry> gone, List<Entry> come) {
    return gone.size() == 1 && come.size() == 1 && gone.get(0).element() == come.get(0).element();
  }

  private void write(StoredResource resource, Entry entry) {
    var row = new IndexedValue(resource.key(), entry);
    entities
        .createQuery(
            "update IndexedValue v set v.head = :head, v.value = :value,"
                + " v.representative = :representative where v.key.tenantId = :tenant"
                + " and v.key.resourceId = :id and v.key.path = :path and v.key.element = :element")
        .setParameter("head", row.head())
        .setParameter("value", row.value())
        .setParameter("representative", row.representative())
        .setParameter("tenant", resource.tenantId())
        .setParameter("id", resource.id())
        .setParameter("path", entry.path())
        .setParameter("element", entry.element())
        .executeUpdate();
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
}
