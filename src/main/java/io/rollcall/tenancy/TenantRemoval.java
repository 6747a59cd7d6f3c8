package io.rollcall.tenancy;

import io.rollcall.platform.Clock;
import io.rollcall.platform.database.RowLock;
import io.rollcall.platform.database.TenantRows;
import io.rollcall.platform.work.UseCases;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Removes tenants with everything that is theirs, in steps that hold no lock for long. */
@UseCases
public class TenantRemoval {

  /**
   * So long an id isn't free at least: what nodes had heard of the tenant, and write down within
   * two seconds, is not to reach another one of that id.
   */
  private static final Duration SHORTEST = Duration.ofSeconds(5);

  /** The rows of one transaction. */
  private static final int STEP = 2_000;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private RowLock rowLock;
  @Inject private TenantRows rows;
  @Inject @Any private Instance<TenantContents> contents;

  /** The ids of the tenants that are to be removed. */
  public List<String> begun() {
    return entities
        .createQuery(
            "select t.id from Tenant t where t.status = :deleting order by t.id", String.class)
        .setParameter("deleting", TenantStatus.DELETING)
        .getResultList();
  }

  /** How many rows a tenant has. */
  public long count(String tenantId) {
    return tables().stream().mapToLong(table -> rows.count(table, tenantId)).sum();
  }

  /**
   * Removes the next rows of a tenant, and at last the tenant. Steps of several nodes follow each
   * other.
   *
   * @return whether there is more to be removed at once
   */
  public boolean step(String tenantId) {
    rowLock.lock(Tenant.class, tenantId);
    var tenant = entities.find(Tenant.class, tenantId);
    if (tenant == null || tenant.status() != TenantStatus.DELETING) {
      return false;
    }
    var removed = delete(tenantId, STEP);
    if (removed > 0) {
      tenant.haveRemoved(removed);
      return true;
    }
    if (tenant.statusSince().plus(SHORTEST).isBefore(clock.now())) {
      entities.remove(tenant);
    }
    return false;
  }

  /**
   * Removes what requests that were on their way may have written of a former tenant after it had
   * gone, so that the next one of that id has nothing of it.
   */
  public void sweep(String tenantId) {
    while (delete(tenantId, STEP) == STEP) {
      // Those who begin wait for it.
    }
  }

  private int delete(String tenantId, int most) {
    var removed = 0;
    for (var table : tables()) {
      if (removed == most) {
        break;
      }
      removed += rows.delete(table, tenantId, most - removed);
    }
    return removed;
  }

  private List<String> tables() {
    return contents.stream()
        .sorted(Comparator.comparingInt(TenantContents::storey).reversed())
        .flatMap(content -> content.tables().stream())
        .toList();
  }
}
