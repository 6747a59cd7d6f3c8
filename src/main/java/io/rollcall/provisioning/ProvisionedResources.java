package io.rollcall.provisioning;

import io.rollcall.access.Principal;
import io.rollcall.directory.StoredResource;
import io.rollcall.directory.Transfers;
import io.rollcall.provider.ProviderDependents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The users and groups that an SSO provider provisions. */
@ApplicationScoped
public class ProvisionedResources implements ProviderDependents {

  private static final int RELEASED_AT_ONCE = 1_000;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Transfers transfers;

  @Override
  public String what() {
    return "users and groups";
  }

  @Override
  public long count(String tenantId, String providerId) {
    return entities
        .createQuery(
            "select count(r) from StoredResource r where r.key.tenantId = :tenant and"
                + " r.providerId = :provider",
            Long.class)
        .setParameter("tenant", tenantId)
        .setParameter("provider", providerId)
        .getSingleResult();
  }

  /** Makes all of them nobody's. */
  public void release(Principal.InTenant who, String providerId) {
    List<StoredResource> released;
    do {
      released = some(who.tenantId(), providerId);
      transfers.release(who.actor(), released);
      entities.flush();
      released.forEach(entities::detach);
    } while (released.size() == RELEASED_AT_ONCE);
  }

  /** As many as are held in memory at once. */
  private List<StoredResource> some(String tenantId, String providerId) {
    return entities
        .createQuery(
            "select r from StoredResource r where r.key.tenantId = :tenant and r.providerId ="
                + " :provider",
            StoredResource.class)
        .setParameter("tenant", tenantId)
        .setParameter("provider", providerId)
        .setMaxResults(RELEASED_AT_ONCE)
        .getResultList();
  }
}
