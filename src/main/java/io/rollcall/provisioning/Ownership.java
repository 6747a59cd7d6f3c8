package io.rollcall.provisioning;

import io.rollcall.platform.problem.Refusal;
import io.rollcall.access.Caller;
import io.rollcall.activity.ActivityLog;
import io.rollcall.directory.StoredResource;
import io.rollcall.provider.ProviderRelease;
import io.rollcall.provider.ProviderUseCount;
import io.rollcall.provider.SsoProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Who may change what when several providers provision one tenant. Each changes its own, may adopt
 * what is nobody's, and reads all, so that its matching finds people who are there already.
 */
@ApplicationScoped
public class Ownership {

  private static final int RELEASED_AT_ONCE = 1_000;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private ActivityLog activity;

  /** Refuses to change what another provider provisions. */
  public void refuseForeign(Caller caller, StoredResource resource) {
    if (!resource.belongsTo(caller) && !resource.isNobodys()) {
      throw refused(caller, resource, "is provisioned by another SSO provider of this tenant");
    }
  }

  /** Refuses to delete what isn't the caller's own. */
  public void refuseUnowned(Caller caller, StoredResource resource) {
     refuseForeign(caller, resource);
    if (resource.isNobodys()) {
      throw refused(caller, resource, "is provisioned by nobody yet. Update it first to adopt it");
    }
  }

  private Refusal refused(Caller caller, StoredResource resource, String reason) {
    var type = resource.type().name();
    activity.refused(caller, type, resource.id(), reason);
    return new Refusal.Forbidden("%s %s %s. An admin can transfer it, or leave it out of this provider's scope."
            .formatted(type, resource.id(), reason));
  }

  void release(@Observes ProviderRelease release) {
    List<StoredResource> released;
    do {
      released = owned(release);
      released.forEach(resource -> resource.belongTo(SsoProvider.NOBODY));
      entities.flush();
      released.forEach(entities::detach);
    } while (released.size() == RELEASED_AT_ONCE);
  }

  /** Some of what a provider provisions, as much as is held in memory at once. */
  private List<StoredResource> owned(ProviderRelease release) {
    return entities
        .createQuery(
            "select r from StoredResource r where r.key.tenantId = :tenant and r.providerId ="
                + " :provider",
            StoredResource.class)
        .setParameter("tenant", release.tenantId())
        .setParameter("provider", release.providerId())
        .setMaxResults(RELEASED_AT_ONCE)
        .getResultList();
  }

  void count(@Observes ProviderUseCount use) {
    var count =
        entities
            .createQuery(
                "select count(r) from StoredResource r where r.key.tenantId = :tenant and"
                    + " r.providerId = :provider",
                Long.class)
            .setParameter("tenant", use.tenantId())
            .setParameter("provider", use.providerId())
            .getSingleResult();
    use.add(count, "users and groups");
  }
}
