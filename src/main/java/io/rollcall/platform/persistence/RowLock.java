package io.rollcall.platform.persistence;

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
  @Inject private NodeLocks node;

  /** Everybody else has to wait, also who would refer to the row. */
  private static final String AGAINST_ALL = "for update";

  /** Locks and reads the entity with that key; empty when there is none. */
  public <T> Optional<T> find(Class<T> entity, TenantKey key) {
    return find(entity, key, migration.dialect().lockClause());
  }

  /** As {@link #find}, for who will delete it: nothing begins to refer to it meanwhile. */
  public <T> Optional<T> findToDelete(Class<T> entity, TenantKey key) {
    return find(entity, key, AGAINST_ALL);
  }

  private <T> Optional<T> find(Class<T> entity, TenantKey key, String lockClause) {
    lockInNode(List.of(entity, key));
    List<?> found =
        entities
            .createNativeQuery(query("*", entity, "tenant_id = ?1 and id = ?2", lockClause), entity)
            .setParameter(1, key.tenantId())
            .setParameter(2, key.id())
            .getResultList();
    return found.stream().map(entity::cast).findFirst();
  }

  /** Locks the one row of an entity that a tenant has. */
  public void lock(Class<?> entity, String tenantId) {
    lockInNode(List.of(entity, tenantId));
    entities
        .createNativeQuery(
            query("tenant_id", entity, "tenant_id = ?1", migration.dialect().lockClause()))
        .setParameter(1, tenantId)
        .getResultList();
  }

  private void lockInNode(Object name) {
    if (!migration.dialect().locksHold()) {
      node.take(name, RollcallDataSource.LOCK_MILLISECONDS);
    }
  }

  private static String query(
      String columns, Class<?> entity, String condition, String lockClause) {
    return "select %s from %s where %s %s"
        .formatted(columns, entity.getAnnotation(Table.class).name(), condition, lockClause);
  }
}
