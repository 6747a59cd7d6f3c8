package io.rollcall.provisioning;

import io.rollcall.directory.StoredResource;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.provider.SsoProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Who may change what when several providers provision one tenant. Each changes its own, may adopt
 * what is nobody's, and reads all, so that its matching finds people who are there already.
 */
@ApplicationScoped
class Ownership {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  /** Refuses to change what another provider provisions. */
  public void refuseForeign(ScimClient client, StoredResource resource) {
    if (!resource.belongsTo(client.providerId()) && !resource.isNobodys()) {
      throw new AnothersResource(resource.ref(), owner(resource));
    }
  }

  /** Refuses to delete what isn't the client's own. */
  public void refuseUnowned(ScimClient client, StoredResource resource) {
    refuseForeign(client, resource);
    if (resource.isNobodys()) {
      throw new Refusal.Forbidden(
          "%s %s is provisioned by nobody yet. Update it first to adopt it."
              .formatted(resource.type().name(), resource.id()));
    }
  }

  private String owner(StoredResource resource) {
    return entities
        .find(SsoProvider.class, new TenantKey(resource.tenantId(), resource.providerId()))
        .displayName();
  }
}
