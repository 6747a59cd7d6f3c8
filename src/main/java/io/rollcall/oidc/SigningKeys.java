package io.rollcall.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import io.rollcall.platform.Clock;
import io.rollcall.platform.crypto.SecretCipher;
import io.rollcall.platform.database.RowLock;
import io.rollcall.platform.work.UseCases;
import io.rollcall.tenancy.Tenant;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/**
 * The keys that tenants sign with. Each tenant has its own, from the first time it is asked for.
 */
@UseCases
public class SigningKeys {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private RowLock rows;
  @Inject private SecretCipher cipher;

  /** The keys by which what a tenant signed can be checked; none when there is no such tenant. */
  public JWKSet published(String tenantId) {
    var keys = all(tenantId);
    if (keys.isEmpty()) {
      begin(tenantId);
      keys = all(tenantId);
    }
    return new JWKSet(keys.stream().map(SigningKey::publicKey).toList());
  }

  /** Nobody has fetched any keys yet, so the first ones sign at once. */
  private void begin(String tenantId) {
    lock(tenantId);
    if (entities.find(Tenant.class, tenantId) != null && all(tenantId).isEmpty()) {
      for (var algorithm : SigningAlgorithm.values()) {
        entities.persist(new SigningKey(tenantId, algorithm, clock.now(), cipher));
      }
    }
  }

  /** The ids of the tenants that have keys. */
  List<String> tenantIds() {
    return entities
        .createQuery("select distinct k.key.tenantId from SigningKey k", String.class)
        .getResultList();
  }

  /**
   * Publishes the next keys of a tenant when it is time, and removes those whose time is over. Of
   * several nodes that do it at once, one does.
   *
   * @param now the time it is
   */
  public void rotate(String tenantId, Instant now) {
    lock(tenantId);
    for (var algorithm : SigningAlgorithm.values()) {
      var newestFirst = all(tenantId).stream().filter(key -> key.algorithm() == algorithm).toList();
      if (newestFirst.isEmpty()) {
        continue;
      }
      if (newestFirst.get(0).needsSuccessor(now)) {
        entities.persist(new SigningKey(tenantId, algorithm, now.plus(SigningKey.AHEAD), cipher));
      }
      for (var place = 1; place < newestFirst.size(); place++) {
        if (newestFirst.get(place - 1).hasOutlivedTheOneBefore(now)) {
          entities.remove(newestFirst.get(place));
        }
      }
    }
  }

  /** Encrypts with the key of today what was encrypted with another one. */
  public void reencrypt(String tenantId) {
    all(tenantId).forEach(key -> key.reencrypt(cipher));
  }

  private void lock(String tenantId) {
    rows.lock(Tenant.class, tenantId);
  }

  private List<SigningKey> all(String tenantId) {
    return entities
        .createQuery(
            "select k from SigningKey k where k.key.tenantId = :tenant"
                + " order by k.signsFrom desc, k.key.id",
            SigningKey.class)
        .setParameter("tenant", tenantId)
        .getResultList();
  }
}
