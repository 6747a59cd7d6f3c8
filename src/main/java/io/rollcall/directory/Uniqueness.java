package io.rollcall.directory;

import io.rollcall.platform.work.Attempt;
import io.rollcall.provider.SsoProvider;
import io.rollcall.scim.message.ScimException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Tells who has what only one may have. The unique key refuses it to a second anyway. */
@ApplicationScoped
class Uniqueness {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  /**
   * Refuses what is taken, once the unique key has: whoever is told so is told by whom.
   *
   * @throws ScimException {@code uniqueness}
   */
  void refuseTaken(StoredResource resource) {
    if (!Attempt.isRepeated()) {
      return;
    }
    holder(resource)
        .ifPresent(
            holder -> {
              throw new NameTaken(resource.type(), resource.document(), holder);
            });
  }

  /** Another resource that has what only one may have; nothing is flushed before. */
  Optional<NameTaken.Holder> holder(StoredResource resource) {
    return entities
        .createQuery(
            "select r.key.id, r.providerId, (select p.displayName from SsoProvider p"
                + " where p.key.tenantId = r.key.tenantId and p.key.id = r.providerId) from "
                + resource.getClass().getSimpleName()
                + " r where r.key.tenantId = :tenant and r.uniqueKey = :key and r.key.id <> :id",
            Object[].class)
        .setFlushMode(FlushModeType.COMMIT)
        .setParameter("tenant", resource.tenantId())
        .setParameter("key", resource.uniqueKey())
        .setParameter("id", resource.id())
        .getResultStream()
        .findFirst()
        .map(row -> holder(resource, (String) row[0], (String) row[1], (String) row[2]));
  }

  private static NameTaken.Holder holder(
      StoredResource resource, String id, String providerId, String provider) {
    if (providerId.equals(SsoProvider.NOBODY)) {
      return new NameTaken.Holder.Nobodys(id);
    }
    return resource.belongsTo(providerId)
        ? new NameTaken.Holder.SameProviders(id)
        : new NameTaken.Holder.OtherProviders(id, provider);
  }
}
