package io.rollcall.tenancy;

import static io.rollcall.tenancy.TenancyException.Reason.CONFLICT;
import static io.rollcall.tenancy.TenancyException.Reason.NOT_FOUND;

import com.github.f4b6a3.uuid.UuidCreator;
import io.rollcall.platform.Clock;
import io.rollcall.platform.persistence.DatabaseWork;
import io.rollcall.platform.persistence.RowLock;
import io.rollcall.platform.persistence.TenantKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The SSO providers of a tenant. */
@ApplicationScoped
@DatabaseWork
@Transactional
public class SsoProviders {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private RowLock rows;
  @Inject private SecretCipher cipher;
  @Inject private ProviderUse use;

  /** All providers of the tenant, by scheme. */
  public List<SsoProvider> all(String tenantId) {
    return entities
        .createQuery(
            "select p from SsoProvider p where p.key.tenantId = :tenant and p.key.id <> :nobody"
                + " order by p.scheme",
            SsoProvider.class)
        .setParameter("tenant", tenantId)
        .setParameter("nobody", SsoProvider.NOBODY)
        .getResultList();
  }

  /** The provider with that scheme. */
  Optional<SsoProvider> withScheme(String tenantId, String scheme) {
    return all(tenantId).stream().filter(provider -> provider.hasScheme(scheme)).findFirst();
  }

  /**
   * The provider of that type and id.
   *
   * @throws TenancyException when the tenant hasn't got it
   */
  public SsoProvider get(String tenantId, ProviderType type, String id) {
    return found(
        tenantId, type, id, key -> Optional.ofNullable(entities.find(SsoProvider.class, key)));
  }

  /**
   * Registers a provider.
   *
   * @param secret the client secret; empty for a public client
   * @throws TenancyException when the scheme is taken
   */
  public SsoProvider create(
      String tenantId,
      ProviderType type,
      ProviderDescription description,
      Optional<String> secret) {
    refuseTakenScheme(tenantId, description.scheme());
    var id = UuidCreator.getTimeOrderedEpoch().toString();
    var provider = new SsoProvider(tenantId, id, type, clock.now());
    provider.describe(description);
    secret.ifPresent(s -> provider.keep(cipher.encrypt(s, provider.secretContext())));
    entities.persist(provider);
    entities.flush();
    return provider;
  }

  /**
   * Describes a provider anew.
   *
   * @param secret the new client secret; empty when the old one stays
   * @throws TenancyException when it doesn't exist, the scheme is taken, or scheme or authority
   *     would change under those who refer to it
   */
  public SsoProvider replace(
      String tenantId,
      ProviderType type,
      String id,
      ProviderDescription description,
      Optional<String> secret) {
    var provider = locked(tenantId, type, id);
    if (!provider.hasScheme(description.scheme())) {
      refuseTakenScheme(tenantId, description.scheme());
      refuseWhileUsed(tenantId, provider, "Its scheme cannot change");
    }
    if (!provider.hasAuthority(description.authority())) {
      refuseWhileUsed(tenantId, provider, "Its authority cannot change");
    }
    provider.describe(description);
    secret.ifPresent(s -> provider.keep(cipher.encrypt(s, provider.secretContext())));
    return provider;
  }

  /**
   * Deletes a provider.
   *
   * @param release whether its users and groups are made nobody's before
   * @throws TenancyException when it doesn't exist, or tokens, users or groups refer to it
   */
  public void delete(String tenantId, ProviderType type, String id, boolean release) {
    var provider = locked(tenantId, type, id);
    if (release) {
      use.release(tenantId, id);
    }
    refuseWhileUsed(tenantId, provider, "It cannot be deleted");
    entities.remove(provider);
    entities.flush();
  }

  /** Encrypts with the key of today what was encrypted with another one. */
  void reencryptSecrets(String tenantId) {
    entities
        .createQuery(
            "select p from SsoProvider p where p.key.tenantId = :tenant and p.secret.keyId is not"
                + " null",
            SsoProvider.class)
        .setParameter("tenant", tenantId)
        .getResultStream()
        .filter(
            provider ->
                provider.secret().filter(s -> !s.keyId().equals(cipher.keyId())).isPresent())
        .forEach(
            provider -> {
              var context = provider.secretContext();
              var secret = cipher.decrypt(provider.secret().orElseThrow(), context);
              provider.keep(cipher.encrypt(secret, context));
            });
  }

  private SsoProvider locked(String tenantId, ProviderType type, String id) {
    return found(tenantId, type, id, key -> rows.findToDelete(SsoProvider.class, key));
  }

  private static SsoProvider found(
      String tenantId,
      ProviderType type,
      String id,
      Function<TenantKey, Optional<SsoProvider>> finder) {
    return Optional.of(id)
        .filter(wanted -> !wanted.equals(SsoProvider.NOBODY))
        .flatMap(wanted -> finder.apply(new TenantKey(tenantId, wanted)))
        .filter(provider -> provider.type().equals(type.path()))
        .orElseThrow(
            () ->
                new TenancyException(
                    NOT_FOUND, "SSO provider %s/%s does not exist.".formatted(type.path(), id)));
  }

  private void refuseTakenScheme(String tenantId, String scheme) {
    if (withScheme(tenantId, scheme).isPresent()) {
      throw new TenancyException(
          CONFLICT, "The scheme %s is taken in this tenant. Choose another one.".formatted(scheme));
    }
  }

  private void refuseWhileUsed(String tenantId, SsoProvider provider, String consequence) {
    var users = use.of(tenantId, provider.id());
    if (!users.isEmpty()) {
      throw new TenancyException(
          CONFLICT,
          "%s: %s refer to this provider. Delete the tokens, and release or transfer the rest."
              .formatted(consequence, users));
    }
  }
}
