package io.rollcall.access;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.access.Principal.Provisioner;
import io.rollcall.platform.Clock;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.platform.work.UseCases;
import io.rollcall.provider.ProviderDependents;
import io.rollcall.provider.SsoProvider;
import io.rollcall.provider.SsoProviders;
import io.rollcall.tenancy.Administered;
import io.rollcall.tenancy.Administered.Act;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The SCIM tokens of a tenant. */
@UseCases
public class ScimTokens implements ProviderDependents {

  private static final Administered.Item ITEM = new Administered.Item("ScimToken", "SCIM token");

  /** How long a deleted token is told from one that never was. */
  public static final Duration KEPT = Duration.ofDays(90);

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private SsoProviders providers;
  @Inject private Event<Administered> administered;

  /** A token that was just made, with the value that is shown this once. */
  public record Created(ScimToken token, String value) {

    @Override
    public String toString() {
      return token.id();
    }
  }

  /**
   * Makes a token for a provider.
   *
   * @param scheme the provider's scheme
   * @param expires when it ends by itself, or null for never
   * @throws Refusal when the tenant has no such provider
   */
  public Created create(Administrator admin, String scheme, String displayName, Instant expires) {
    var provider = providers.named(admin.tenantId(), scheme);
    var value = TokenValue.random(TokenValue.Kind.SCIM, admin.tenantId());
    var token = new ScimToken(admin, provider, displayName, value, clock.now(), expires);
    entities.persist(token);
    tell(admin, token, Act.CREATED);
    return new Created(token, value.reveal());
  }

  /** All tokens of the tenant, the oldest first. */
  public List<ScimToken> all(String tenantId) {
    return entities
        .createQuery(
            "select t from ScimToken t where t.key.tenantId = :tenant and t.deleted is null"
                + " order by t.created, t.key.id",
            ScimToken.class)
        .setParameter("tenant", tenantId)
        .getResultList();
  }

  /** Whether the tenant has that token, or had it not long ago. */
  public boolean knows(String tenantId, String id) {
    return entities.find(ScimToken.class, new TenantKey(tenantId, id)) != null;
  }

  /** The schemes of the tenant's providers by their ids. */
  public Map<String, String> schemesByProviderId(String tenantId) {
    return providers.all(tenantId).stream()
        .collect(Collectors.toMap(SsoProvider::id, SsoProvider::scheme));
  }

  /**
   * Deletes a token; it is refused from the next request on.
   *
   * @throws Refusal when the tenant hasn't got it
   */
  public void delete(Administrator admin, String id) {
    var token = entities.find(ScimToken.class, new TenantKey(admin.tenantId(), id));
    if (token == null || token.isDeleted()) {
      throw new Refusal.NotFound("SCIM token %s does not exist.".formatted(id));
    }
    token.delete(clock.now());
    tell(admin, token, Act.DELETED);
  }

  private void tell(Administrator admin, ScimToken token, Act act) {
    var name = Optional.of("%s for %s".formatted(token.id(), token.providerDisplayName()));
    administered.fire(
        new Administered(admin.tenantId(), admin.actor(), act, ITEM, token.id(), name));
  }

  /** Removes the tokens of all tenants that were deleted long ago. */
  void forgetDeleted() {
    entities
        .createQuery("delete from ScimToken t where t.deleted < :limit")
        .setParameter("limit", clock.now().minus(KEPT))
        .executeUpdate();
  }

  @Override
  public String what() {
    return "SCIM tokens";
  }

  @Override
  public long count(String tenantId, String providerId) {
    return entities
        .createQuery(
            "select count(t) from ScimToken t where t.key.tenantId = :tenant and t.providerId ="
                + " :provider",
            Long.class)
        .setParameter("tenant", tenantId)
        .setParameter("provider", providerId)
        .getSingleResult();
  }

  /** Writes by a statement rather than the entity, so that nodes don't collide. */
  void noteUse(Provisioner caller, Instant minute) {
    entities
        .createQuery(
            "update ScimToken t set t.lastUsed = :minute where t.key.tenantId = :tenant"
                + " and t.key.id = :id and (t.lastUsed is null or t.lastUsed < :minute)")
        .setParameter("minute", minute)
        .setParameter("tenant", caller.tenantId())
        .setParameter("id", caller.tokenId())
        .executeUpdate();
  }
}
