package io.rollcall.access;

import io.rollcall.platform.Clock;
import io.rollcall.platform.actor.Actor;
import io.rollcall.platform.database.Creation;
import io.rollcall.platform.database.RowLock;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.platform.work.UseCases;
import io.rollcall.tenancy.Administered;
import io.rollcall.tenancy.Administered.Act;
import io.rollcall.tenancy.Tenant;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The admin keys of a tenant. */
@UseCases
public class AdminKeys {

  private static final String PREFIX = "rk_";

  private static final Administered.Item ITEM = new Administered.Item("AdminKey", "admin key");

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private RowLock rows;
  @Inject private Event<Administered> administered;

  /** A key that was just made, with the value that is shown this once. */
  public record Created(AdminKey key, String value) {

    @Override
    public String toString() {
      return key.id();
    }
  }

  /** The text of a key that nobody has had before. */
  public static String newValue() {
    return KeyValue.random(PREFIX);
  }

  /**
   * Makes the first key of a tenant known, which was chosen elsewhere.
   *
   * @throws IllegalArgumentException when the value isn't 32 to 256 visible ASCII characters
   */
  public void addFirst(String tenantId, String value) {
    entities.persist(new AdminKey(tenantId, AdminKeyDescription.FIRST, value, null, clock.now()));
  }

  /** Makes the first key of a tenant. */
  public Created createFirst(String tenantId, Actor by) {
    return create(tenantId, by, AdminKeyDescription.FIRST);
  }

  /** Makes a key for the admin's tenant. */
  public Created create(Principal.Administrator admin, AdminKeyDescription description) {
    return create(admin.tenantId(), admin.actor(), description);
  }

  private Created create(String tenantId, Actor by, AdminKeyDescription description) {
    var value = newValue();
    var key = new AdminKey(tenantId, description, value, by.toString(), clock.now());
    entities.persist(key);
    tell(tenantId, by, key, Act.CREATED);
    return new Created(key, value);
  }

  /**
   * Keys of the tenant, the oldest first.
   *
   * @param after those that were made after this one
   * @param count how many at most
   */
  public List<AdminKey> page(String tenantId, Creation after, int count) {
    return entities
        .createQuery(
            "select k from AdminKey k where k.key.tenantId = :tenant and (k.created > :time or"
                + " (k.created = :time and k.key.id > :id)) order by k.created, k.key.id",
            AdminKey.class)
        .setParameter("tenant", tenantId)
        .setParameter("time", after.time())
        .setParameter("id", after.id())
        .setMaxResults(count)
        .getResultList();
  }

  /** Whether the tenant has that key. */
  public boolean knows(String tenantId, String id) {
    return entities.find(AdminKey.class, new TenantKey(tenantId, id)) != null;
  }

  /**
   * Deletes a key; it is refused from the next request on.
   *
   * @throws Refusal when the tenant hasn't got it, or no other key would let it be steered for ever
   */
  public void delete(Principal.Administrator admin, String id) {
    // Two keys must not delete each other at the same time.
    rows.lock(Tenant.class, admin.tenantId());
    var key = entities.find(AdminKey.class, new TenantKey(admin.tenantId(), id));
    if (key == null) {
      throw Refusal.NotFound.of("Admin key", id);
    }
    if (key.isLasting() && lastingKeys(admin.tenantId()) == 1) {
      throw new Refusal.Conflict(
          "This is the last key with the role admin that doesn't expire; without it nobody could"
              + " administer the tenant. First create another one that doesn't expire.");
    }
    entities.remove(key);
    tell(admin.tenantId(), admin.actor(), key, Act.DELETED);
  }

  private void tell(String tenantId, Actor by, AdminKey key, Act act) {
    var name = Optional.of("%s, %s".formatted(key.id(), key.name()));
    administered.fire(new Administered(tenantId, by, act, ITEM, key.id(), name));
  }

  private long lastingKeys(String tenantId) {
    return entities
        .createQuery(
            "select count(k) from AdminKey k where k.key.tenantId = :tenant and k.role = :admin"
                + " and k.expires is null",
            Long.class)
        .setParameter("tenant", tenantId)
        .setParameter("admin", AdminRole.ADMIN)
        .getSingleResult();
  }
}
