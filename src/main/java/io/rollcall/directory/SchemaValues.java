package io.rollcall.directory;

import io.rollcall.access.Principal;
import io.rollcall.platform.Clock;
import io.rollcall.platform.database.RowLock;
import io.rollcall.scim.message.JsonValues;
import io.rollcall.tenancy.SchemaDependents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What users and groups have of a tenant's extension schema, for those who change the schema. */
@ApplicationScoped
public class SchemaValues implements SchemaDependents {

  private static final int CHUNK = 200;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private RowLock rows;
  @Inject private Event<ResourceChange> changes;

  @Override
  public Set<String> usedPaths(String tenantId, String schemaId) {
    return Set.copyOf(
        entities
            .createQuery(
                "select distinct v.key.path from IndexedValue v where v.key.tenantId = :tenant and"
                    + " v.key.path like :paths escape '\\'",
                String.class)
            .setParameter("tenant", tenantId)
            .setParameter("paths", paths(schemaId))
            .getResultList());
  }

  /**
   * Removes all values of a schema, of 200 resources at a time: each gets another version, and an
   * event of its own.
   */
  public void remove(Principal.InTenant who, String schemaId) {
    var tenantId = who.tenantId();
    var ids = resources(tenantId, schemaId);
    while (!ids.isEmpty()) {
      var changed = rows.findAll(StoredResource.class, tenantId, ids);
      changed.forEach(resource -> removeFrom(resource, who, schemaId));
      entities.flush();
      changed.forEach(entities::detach);
      ids = resources(tenantId, schemaId);
    }
  }

  private List<String> resources(String tenantId, String schemaId) {
    return entities
        .createQuery(
            "select distinct v.key.resourceId from IndexedValue v where v.key.tenantId = :tenant"
                + " and v.key.path like :paths escape '\\'",
            String.class)
        .setParameter("tenant", tenantId)
        .setParameter("paths", paths(schemaId))
        .setMaxResults(CHUNK)
        .getResultList();
  }

  private void removeFrom(StoredResource resource, Principal.InTenant who, String schemaId) {
    var before = resource.document();
    var after = JsonValues.with(before, schemaId, Optional.empty());
    resource.accept(after, new Writing(Author.of(who.actor()), clock.now()));
    entities
        .createQuery(
            "delete from IndexedValue v where v.key.tenantId = :tenant and v.key.resourceId = :id"
                + " and v.key.path like :paths escape '\\'")
        .setParameter("tenant", resource.tenantId())
        .setParameter("id", resource.id())
        .setParameter("paths", paths(schemaId))
        .executeUpdate();
    changes.fire(ResourceChange.ofDocument(who.actor(), resource, before, after));
  }

  private static String paths(String schemaId) {
    return schemaId.replace("_", "\\_") + ":%";
  }
}
