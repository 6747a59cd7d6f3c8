package io.rollcall.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The rows that a table has of one tenant, whatever they mean. The table is one of our own. */
@ApplicationScoped
public class TenantRows {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Migration migration;

  /** How many there are. */
  public long count(String table, String tenantId) {
    var count =
        entities
            .createNativeQuery("select count(*) from " + table + " where tenant_id = ?1")
            .setParameter(1, tenantId)
            .getSingleResult();
    return ((Number) count).longValue();
  }

  /**
   * Deletes some of them.
   *
   * @param most how many at most
   * @return how many; fewer than that when there are no more
   */
  public int delete(String table, String tenantId, int most) {
    return entities
        .createNativeQuery(migration.dialect().deletionOfSome(table, most))
        .setParameter(1, tenantId)
        .executeUpdate();
  }
}
