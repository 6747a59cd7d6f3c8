package io.rollcall.tenancy;

import io.rollcall.platform.Clock;
import io.rollcall.platform.crypto.SecretCipher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** All tenants of the server. */
@ApplicationScoped
public class Tenants {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private SecretCipher cipher;

  /** The ids of all tenants, the oldest first. */
  public List<String> ids() {
    return entities
        .createQuery("select t.id from Tenant t order by t.created, t.id", String.class)
        .getResultList();
  }

  /**
   * Adds a tenant, and nothing that it needs.
   *
   * @throws IllegalArgumentException when the id doesn't have the form that it must have
   */
  public void add(String id) {
    entities.persist(new Tenant(id, cipher.keyId(), clock.now()));
    entities.flush();
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
