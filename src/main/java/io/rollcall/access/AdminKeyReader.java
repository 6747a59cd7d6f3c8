package io.rollcall.access;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.platform.Clock;
import io.rollcall.platform.actor.RequestId;
import io.rollcall.platform.work.UseCases;
import io.rollcall.tenancy.TenantStatus;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** Finds the admin key that somebody comes with, and its tenant's status, by one statement. */
@UseCases
class AdminKeyReader {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;

  /** The admin who holds the key; empty when it is none of ours, or doesn't hold any more. */
  public Optional<Administrator> find(String sent, RequestId request) {
    var now = clock.now();
    var key =
        entities
            .createQuery(
                "select k from AdminKey k, Tenant t where k.key.id = :id and t.id = k.key.tenantId"
                    + " and t.status = :active",
                AdminKey.class)
            .setParameter("id", KeyValue.idOf(sent))
            .setParameter("active", TenantStatus.ACTIVE)
            .getResultStream()
            .findFirst()
            .filter(found -> found.matches(sent))
            .filter(found -> !found.isExpired(now));
    var admin = key.map(found -> found.administrator(request));
    admin.ifPresent(used -> key.get().newlyUsed(now).ifPresent(minute -> noteUse(used, minute)));
    return admin;
  }

  /** Writes by a statement rather than the entity, so that nodes don't collide. */
  private void noteUse(Administrator admin, Instant minute) {
    entities
        .createQuery(
            "update AdminKey k set k.lastUsed = :minute where k.key.tenantId = :tenant"
                + " and k.key.id = :id and (k.lastUsed is null or k.lastUsed < :minute)")
        .setParameter("minute", minute)
        .setParameter("tenant", admin.tenantId())
        .setParameter("id", admin.keyId())
        .executeUpdate();
  }
}
