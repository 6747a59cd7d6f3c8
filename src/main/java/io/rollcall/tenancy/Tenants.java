package io.rollcall.tenancy;

import io.rollcall.platform.Clock;
import io.rollcall.platform.actor.Actor;
import io.rollcall.platform.crypto.SecretCipher;
import io.rollcall.platform.database.Creation;
import io.rollcall.platform.database.RowLock;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.platform.work.UseCases;
import io.rollcall.tenancy.Administered.Act;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All tenants of the server. What becomes of one holds from the next request on, on every node. */
@UseCases
public class Tenants {

  private static final Administered.Item ITEM = new Administered.Item("Tenant", "the tenant");

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private RowLock rows;
  @Inject private SecretCipher cipher;
  @Inject private TenantRemoval removal;
  @Inject private Event<Administered> administered;

  /** The ids of all tenants, the oldest first. */
  public List<String> ids() {
    return entities
        .createQuery("select t.id from Tenant t order by t.created, t.id", String.class)
        .getResultList();
  }

  /** When each tenant was made, by its id. */
  Map<String, Instant> createdById() {
    return entities
        .createQuery("select t.id, t.created from Tenant t", Object[].class)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Instant) row[1]));
  }

  /**
   * Tenants, the oldest first.
   *
   * @param after those that were made after this one
   * @param count how many at most
   */
  public List<Tenant> page(Creation after, int count) {
    return entities
        .createQuery(
            "select t from Tenant t where t.created > :time or (t.created = :time and t.id > :id)"
                + " order by t.created, t.id",
            Tenant.class)
        .setParameter("time", after.time())
        .setParameter("id", after.id())
        .setMaxResults(count)
        .getResultList();
  }

  /**
   * One tenant.
   *
   * @throws Refusal.NotFound when there is none of that id
   */
  public Tenant get(String id) {
    return Optional.ofNullable(entities.find(Tenant.class, id))
        .orElseThrow(() -> Refusal.NotFound.of("Tenant", id));
  }

  /**
   * Adds a tenant, and nothing that it needs.
   *
   * @param displayName what people call it, at most 255 characters
   * @throws Refusal when the id is taken, or can't be one
   */
  public Tenant add(String id, String displayName) {
    if (!Tenant.canBeId(id)) {
      throw new Refusal.Invalid("id", "must be " + Tenant.EXPECTED_ID + ".");
    }
    refuseTaken(id);
    removal.sweep(id);
    var tenant = new Tenant(id, displayName, cipher.keyId(), clock.now());
    entities.persist(tenant);
    entities.flush();
    return tenant;
  }

  private void refuseTaken(String id) {
    var there = entities.find(Tenant.class, id);
    if (there != null) {
      throw new Refusal.Conflict(
          there.status() == TenantStatus.DELETING
              ? "The tenant %s is being deleted. Its id is free when GET /core/iam/v1/tenants/%s is 404."
                  .formatted(id, id)
              : "The id %s is taken by another tenant. Choose another one.".formatted(id));
    }
  }

  /**
   * Gives a tenant another name for people.
   *
   * @throws Refusal when there is none of that id, or it is being deleted
   */
  public Tenant rename(Actor actor, String id, String displayName) {
    var tenant = unlessDeleting(id);
    tenant.rename(displayName);
    tell(actor, tenant, Act.CHANGED);
    return tenant;
  }

  /**
   * Shuts all who belong to a tenant out, or lets them in again.
   *
   * @throws Refusal when there is none of that id, or it is being deleted
   */
  public Tenant suspend(Actor actor, String id, boolean isSuspended) {
    var tenant = unlessDeleting(id);
    var status = isSuspended ? TenantStatus.SUSPENDED : TenantStatus.ACTIVE;
    if (tenant.status() != status) {
      tenant.become(status, clock.now());
      tell(actor, tenant, isSuspended ? Act.SUSPENDED : Act.RESUMED);
    }
    return tenant;
  }

  private void tell(Actor actor, Tenant tenant, Act act) {
    var name = Optional.of(tenant.displayName());
    administered.fire(new Administered(tenant.id(), actor, act, ITEM, tenant.id(), name));
  }

  /**
   * Shuts all who belong to a tenant out for good, and has everything that it has removed.
   *
   * @throws Refusal.NotFound when there is none of that id
   */
  public Tenant delete(String id) {
    var tenant = locked(id);
    if (tenant.status() != TenantStatus.DELETING) {
      tenant.beginDeletion(removal.count(id), clock.now());
    }
    return tenant;
  }

  private Tenant unlessDeleting(String id) {
    var tenant = locked(id);
    if (tenant.status() == TenantStatus.DELETING) {
      throw new Refusal.Conflict("The tenant %s is being deleted.".formatted(id));
    }
    return tenant;
  }

  private Tenant locked(String id) {
    rows.lock(Tenant.class, id);
    return get(id);
  }

  /** The ids of the keys that the secrets of tenants are encrypted with. */
  public List<String> encryptionKeyIds() {
    return entities
        .createQuery("select distinct t.encryptionKeyId from Tenant t", String.class)
        .getResultList();
  }

  /** Notes that secrets which were encrypted with another key are so with that of today. */
  public void haveChangedKey(String formerKeyId) {
    entities
        .createQuery(
            "update Tenant t set t.encryptionKeyId = :current where t.encryptionKeyId = :former")
        .setParameter("current", cipher.keyId())
        .setParameter("former", formerKeyId)
        .executeUpdate();
  }
}
