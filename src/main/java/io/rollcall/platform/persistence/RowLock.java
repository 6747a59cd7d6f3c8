package io.rollcall.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Table;

/**
 * Locks a row for a change until the transaction ends. Changes of one row follow each other, while
 * other rows may begin to refer to it.
 */
@ApplicationScoped
public class RowLock {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Migration migration;

  /** Locks the row of an entity with a {@link TenantKey}; nothing happens when there is none. */
  public void lock(Class<?> entity, TenantKey key) {
    entities
        .createNativeQuery(query(entity, "tenant_id = ?1 and id = ?2"))
        .setParameter(1, key.tenantId())
        .setParameter(2, key.id())
        .getResultList();
  }

  /** Locks the one row of an entity that a tenant has. */
  public void lock(Class<?> entity, String tenantId) {
    entities
        .createNativeQuery(query(entity, "tenant_id = ?1"))
        .setParameter(1, tenantId)
        .getResultList();
  }

  private String query(Class<?> entity, String condition) {
    return "select tenant_id from %s where %s %s"
        .formatted(
            entity.getAnnotation(Table.class).name(), condition, migration.dialect().lockClause());
  }
}
