package io.rollcall.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;

/**
 * Locks a row for a change until the transaction ends. Changes of one row follow each other, while
 * other rows may begin to refer to it.
 */
@ApplicationScoped
public class RowLock {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Migration migration;

  /** Locks and reads the entity with that key; empty when there is none. */
  public <T> Optional<T> find(Class<T> entity, TenantKey key) {
    List<?> found =
        entities
            .createNativeQuery(query("*", entity, "tenant_id = ?1 and id = ?2"), entity)
            .setParameter(1, key.tenantId())
            .setParameter(2, key.id())
            .getResultList();
    return found.stream().map(entity::cast).findFirst();
  }

  /** Locks the one row of an entity that a tenant has. */
  public void lock(Class<?> entity, String tenantId) {
    entities
        .createNativeQuery(query("tenant_id", entity, "tenant_id = ?1"))
        .setParameter(1, tenantId)
        .getResultList();
  }

  private String query(String columns, Class<?> entity, String condition) {
    return "select %s from %s where %s %s"
        .formatted(
            columns,
            entity.getAnnotation(Table.class).name(),
            condition,
            migration.dialect().lockClause());
  }
}
