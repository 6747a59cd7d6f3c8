package io.rollcall.directory;

import io.rollcall.platform.Clock;
import io.rollcall.platform.database.RowLock;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.scim.resource.Values;
import io.rollcall.tenancy.SchemaRemoval;
import io.rollcall.tenancy.SchemaUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What users and groups have of a tenant's extension schema, for those who change the schema. */
@ApplicationScoped
class SchemaValues {

  private static final int CHUNK = 200;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private RowLock rows;

  void report(@Observes SchemaUse use) {
    use.add(
        entities
            .createQuery(
                "select distinct v.key.path from IndexedValue v where v.key.tenantId = :tenant and"
                    + " v.key.path like :paths escape '\\'",
                String.class)
            .setParameter("tenant", use.tenantId())
            .setParameter("paths", paths(use.schemaId()))
            .getResultList());
  }

  void remove(@Observes SchemaRemoval removal) {
    var ids = resources(removal);
    while (!ids.isEmpty()) {
      var changed = ids.stream().flatMap(id -> locked(removal, id)).toList();
      changed.forEach(resource -> removeFrom(removal, resource));
      entities.flush();
      changed.forEach(entities::detach);
      ids = resources(removal);
    }
  }

  private List<String> resources(SchemaRemoval removal) {
    return entities
        .createQuery(
            "select distinct v.key.resourceId from IndexedValue v where v.key.tenantId = :tenant"
                + " and v.key.path like :paths escape '\\'",
            String.class)
        .setParameter("tenant", removal.tenantId())
        .setParameter("paths", paths(removal.schemaId()))
        .setMaxResults(CHUNK)
        .getResultList();
  }

  private Stream<StoredResource> locked(SchemaRemoval removal, String resourceId) {
    return rows.find(StoredResource.class, new TenantKey(removal.tenantId(), resourceId)).stream();
  }

  private void removeFrom(SchemaRemoval removal, StoredResource resource) {
    resource.accept(
        Values.with(resource.representation(), removal.schemaId(), Optional.empty()), clock.now());
    entities
        .createQuery(
            "delete from IndexedValue v where v.key.tenantId = :tenant and v.key.resourceId = :id"
                + " and v.key.path like :paths escape '\\'")
        .setParameter("tenant", removal.tenantId())
        .setParameter("id", resource.id())
        .setParameter("paths", paths(removal.schemaId()))
        .executeUpdate();
  }

  private static String paths(String schemaId) {
    return schemaId.replace("_", "\\_") + ":%";
  }
}
