package io.rollcall.provider;

import io.rollcall.platform.Clock;
import io.rollcall.platform.Ids;
import io.rollcall.platform.actor.Actor;
import io.rollcall.platform.crypto.SecretCipher;
import io.rollcall.platform.database.RowLock;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.platform.work.UseCases;
import io.rollcall.tenancy.Administered;
import io.rollcall.tenancy.Administered.Act;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The SSO providers of a tenant. */
@UseCases
public class SsoProviders {

  private static final Administered.Item ITEM =
      new Administered.Item("SsoProvider", "SSO provider");

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private SecretCipher cipher;
  @Inject private RowLock rows;
  @Inject @Any private Instance<ProviderDependents> dependents;
  @Inject private Event<ProviderRegistered> registered;
  @Inject private Event<Administered> administered;

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
  public Optional<SsoProvider> withScheme(String tenantId, String scheme) {
    return all(tenantId).stream().filter(provider -> provider.hasScheme(scheme)).findFirst();
  }

  /**
   * The provider that an admin names by its scheme.
   *
   * @throws Refusal.Invalid when the tenant has no such provider; its field is {@code provider}
   */
  public SsoProvider named(String tenantId, String scheme) {
    return withScheme(tenantId, scheme).orElseThrow(() -> unknownScheme(tenantId, scheme));
  }

  private Refusal unknownScheme(String tenantId, String scheme) {
    var schemes = all(tenantId).stream().map(SsoProvider::scheme).toList();
    return new Refusal.Invalid(
        "provider",
        "%s is no SSO provider of this tenant. %s"
            .formatted(
                scheme,
                schemes.isEmpty()
                    ? "There is none yet: register one first."
                    : "Send one of " + String.join(", ", schemes) + "."));
  }

  /**
   * The provider of that type and id.
   *
   * @throws Refusal when the tenant hasn't got it
   */
  public SsoProvider get(String tenantId, ProviderType type, String id) {
    return found(
        tenantId, type, id, key -> Optional.ofNullable(entities.find(SsoProvider.class, key)));
  }

  /**
   * Registers a provider.
   *
   * @param description a valid one
   * @throws Refusal when the scheme is taken
   */
  public SsoProvider create(Actor actor, String tenantId, ProviderDescription description) {
    refuseTakenScheme(tenantId, description.scheme());
    var id = Ids.next();
    var provider = new SsoProvider(tenantId, id, description.providerType(), clock.now());
    describe(provider, description);
    add(tenantId, provider);
    tell(actor, tenantId, provider, Act.CREATED);
    return provider;
  }

  /**
   * Describes a provider anew.
   *
   * @param description a valid one
   * @throws Refusal when it doesn't exist, the scheme is taken, or scheme or authority would change
   *     under those who refer to it
   */
  public SsoProvider replace(
      Actor actor, String tenantId, String id, ProviderDescription description) {
    var provider = locked(tenantId, description.providerType(), id);
    if (!provider.hasScheme(description.scheme())) {
      refuseTakenScheme(tenantId, description.scheme());
      refuseWhileUsed(tenantId, provider, "Its scheme cannot change");
    }
    if (!provider.hasAuthority(description.properties().authority())) {
      refuseWhileUsed(tenantId, provider, "Its authority cannot change");
    }
    describe(provider, description);
    tell(actor, tenantId, provider, Act.CHANGED);
    return provider;
  }

  /**
   * Locks a provider: nobody begins to refer to it until the transaction ends.
   *
   * @throws Refusal.NotFound when the tenant hasn't got it
   */
  public void lock(String tenantId, ProviderType type, String id) {
    locked(tenantId, type, id);
  }

  /**
   * Deletes a provider.
   *
   * @throws Refusal when it doesn't exist, or something refers to it
   */
  public void delete(Actor actor, String tenantId, ProviderType type, String id) {
    var provider = locked(tenantId, type, id);
    refuseWhileUsed(tenantId, provider, "It cannot be deleted");
    entities.remove(provider);
    entities.flush();
    tell(actor, tenantId, provider, Act.DELETED);
  }

  private void tell(Actor actor, String tenantId, SsoProvider provider, Act act) {
    var name = Optional.of(provider.displayName());
    administered.fire(new Administered(tenantId, actor, act, ITEM, provider.id(), name));
  }

  /** Adds the provider that stands for none, which each tenant has. */
  public void addNobody(String tenantId) {
    add(tenantId, SsoProvider.nobody(tenantId, clock.now()));
  }

  private void add(String tenantId, SsoProvider provider) {
    entities.persist(provider);
    entities.flush();
    registered.fire(new ProviderRegistered(tenantId, provider.id()));
  }

  /** Encrypts with the key of today what was encrypted with another one. */
  public void reencryptSecrets(String tenantId) {
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

  private void describe(SsoProvider provider, ProviderDescription description) {
    provider.describe(description);
    description
        .secret()
        .ifPresent(secret -> provider.keep(cipher.encrypt(secret, provider.secretContext())));
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
                new Refusal.NotFound(
                    "SSO provider %s/%s does not exist.".formatted(type.path(), id)));
  }

  private void refuseTakenScheme(String tenantId, String scheme) {
    if (withScheme(tenantId, scheme).isPresent()) {
      throw new Refusal.Conflict(
          "The scheme %s is taken in this tenant. Choose another one.".formatted(scheme));
    }
  }

  private void refuseWhileUsed(String tenantId, SsoProvider provider, String consequence) {
    var users =
        dependents.stream()
            .sorted(Comparator.comparing(ProviderDependents::what))
            .flatMap(dependent -> inWords(dependent, tenantId, provider).stream())
            .collect(Collectors.joining(", "));
    if (!users.isEmpty()) {
      throw new Refusal.Conflict(
          "%s: %s refer to this provider. Delete the tokens, and release the rest by release=true."
              .formatted(consequence, users));
    }
  }

  private static Optional<String> inWords(
      ProviderDependents dependent, String tenantId, SsoProvider provider) {
    var count = dependent.count(tenantId, provider.id());
    return count == 0 ? Optional.empty() : Optional.of(count + " " + dependent.what());
  }
}
