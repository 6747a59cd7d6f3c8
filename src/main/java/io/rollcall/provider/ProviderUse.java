package io.rollcall.provider;

import io.rollcall.access.ScimToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Who refers to an SSO provider. The directory stands beside tenancy, so it is asked by an event.
 */
@ApplicationScoped
class ProviderUse {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Event<ProviderRelease> releases;
  @Inject private Event<ProviderUseCount> counts;

  /** What refers to the provider, in words; empty when nothing does. */
  String of(String tenantId, String providerId) {
    var tokens =
        entities
            .createQuery(
                "select count(t) from ScimToken t where t.key.tenantId = :tenant and t.providerId ="
                    + " :provider",
                Long.class)
            .setParameter("tenant", tenantId)
            .setParameter("provider", providerId)
            .getSingleResult();
    var count = new ProviderUseCount(tenantId, providerId);
    count.add(tokens, "SCIM tokens");
    counts.fire(count);
    return count.inWords();
  }

  /** Makes the provider's users and groups nobody's. */
  void release(String tenantId, String providerId) {
    releases.fire(new ProviderRelease(tenantId, providerId));
  }
}
