package io.rollcall.tenancy;

import io.rollcall.access.AdminKey;
import io.rollcall.platform.CannotStartException;
import io.rollcall.platform.Clock;
import io.rollcall.platform.crypto.SecretCipher;
import io.rollcall.platform.work.DatabaseWork;
import io.rollcall.provider.SsoProvider;
import io.rollcall.provider.SsoProviders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** All tenants of the server. */
@ApplicationScoped
@DatabaseWork
@Transactional
public class Tenants {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private SecretCipher cipher;
  @Inject private SsoProviders providers;
  @Inject private Event<NewTenant> newTenants;

  /** The ids of all tenants, the oldest first. */
  public List<String> ids() {
    return entities
        .createQuery("select t.id from Tenant t order by t.created, t.id", String.class)
        .getResultList();
  }

  /**
   * Makes the first tenant, with its first admin key. Of several nodes that start at once on an
   * empty database, one does.
   *
   * @return whether there was none before
   * @throws IllegalArgumentException when the id or the key doesn't have the form that it must have
   */
  public boolean createFirst(String id, String adminKey) {
    if (!ids().isEmpty()) {
      return false;
    }
    create(id, adminKey);
    return true;
  }

  /**
   * Makes a tenant, with its first admin key.
   *
   * @throws IllegalArgumentException when the id or the key doesn't have the form that it must have
   */
  public void create(String id, String adminKey) {
    var now = clock.now();
    entities.persist(new Tenant(id, cipher.keyId(), now));
    entities.flush();
    entities.persist(SsoProvider.nobody(id, now));
    entities.persist(new AdminKey(id, adminKey, now));
    newTenants.fire(new NewTenant(id));
  }

  /**
   * Lets the key of today take the place of the one before. All nodes must have the same key, or
   * none could read the secrets and cursors of the others.
   *
   * @throws CannotStartException when this node knows neither
   */
  public void takeEncryptionKey() {
    for (var keyId : encryptionKeyIds()) {
      if (!cipher.knows(keyId)) {
        throw new CannotStartException(
            "The encryption key is not the one that this database is used with. Set"
                + " ROLLCALL_ENCRYPTION_KEY to the same on all nodes; when it was changed, set"
                + " ROLLCALL_ENCRYPTION_KEY_PREVIOUS to the one before.");
      }
      if (!keyId.equals(cipher.keyId())) {
        replace(keyId);
      }
    }
  }

  private List<String> encryptionKeyIds() {
    return entities
        .createQuery("select distinct t.encryptionKeyId from Tenant t", String.class)
        .getResultList();
  }

  private void replace(String keyId) {
    ids().forEach(providers::reencryptSecrets);
    entities
        .createQuery(
            "update Tenant t set t.encryptionKeyId = :current where t.encryptionKeyId = :former")
        .setParameter("current", cipher.keyId())
        .setParameter("former", keyId)
        .executeUpdate();
  }
}
