package io.rollcall.tenancy;

import io.rollcall.platform.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** All tenants of the server. */
@ApplicationScoped
@Transactional
public class Tenants {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;

  /** The ids of all tenants, the oldest first. */
  public List<String> ids() {
    return entities
        .createQuery("select t.id from Tenant t order by t.created, t.id", String.class)
        .getResultList();
  }

  /**
   * Makes a tenant, with its first admin key.
   *
   * @throws IllegalArgumentException when the id or the key doesn't have the form that it must have
   */
  public void create(String id, String adminKey) {
    var now = clock.now();
    entities.persist(new Tenant(id, now));
    entities.flush();
    entities.persist(SsoProvider.nobody(id, now));
    entities.persist(new AdminKey(id, adminKey, now));
  }
}
