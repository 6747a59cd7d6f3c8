package io.rollcall.activity;

import io.rollcall.platform.work.UseCases;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Removes old entries. */
@UseCases
public class OldEntries {

  /** So few that nobody waits for it. */
  private static final int AT_ONCE = 500;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  /**
   * Removes some of the entries before an id, with what belongs to them.
   *
   * @return whether there may be more
   */
  boolean removeSome(String tenantId, String firstKept) {
    var ids =
        entities
            .createQuery(
                "select a.key.id from ActivityEntry a where a.key.tenantId = :tenant and a.key.id <"
                    + " :first order by a.key.id",
                String.class)
            .setParameter("tenant", tenantId)
            .setParameter("first", firstKept)
            .setMaxResults(AT_ONCE)
            .getResultList();
    if (!ids.isEmpty()) {
      remove("KnownName n where n.key.tenantId = :tenant and n.key.entryId in :ids", tenantId, ids);
      remove(
          "FurtherMembers m where m.key.tenantId = :tenant and m.key.entryId in :ids",
          tenantId,
          ids);
      remove("ActivityEntry a where a.key.tenantId = :tenant and a.key.id in :ids", tenantId, ids);
    }
    return ids.size() == AT_ONCE;
  }

  private void remove(String what, String tenantId, List<String> ids) {
    entities
        .createQuery("delete from " + what)
        .setParameter("tenant", tenantId)
        .setParameter("ids", ids)
        .executeUpdate();
  }

  /** Forgets which entries of the hours before that one were joined. */
  void removeHours(String tenantId, long firstKept) {
    entities
        .createQuery(
            "delete from JoinedEntry j where j.key.tenantId = :tenant and j.key.hour < :hour")
        .setParameter("tenant", tenantId)
        .setParameter("hour", firstKept)
        .executeUpdate();
  }
}
