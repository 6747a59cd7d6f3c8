package io.rollcall.directory;

import static io.rollcall.scim.message.ScimType.UNIQUENESS;

import io.rollcall.platform.work.Attempt;
import io.rollcall.scim.message.Excerpt;
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
    rivalOf(resource)
        .ifPresent(
            rival -> {
              throw new ScimException(
                  UNIQUENESS,
                  "%s Update that one, or send another value.".formatted(taken(resource, rival)));
            });
  }

  /** That the value is taken, and by whom, as a sentence. */
  static String taken(StoredResource resource, String rival) {
    var path = StoredResource.uniqueAttribute(resource.type());
    return "%s: %s is taken, in any letter case, by %s %s."
        .formatted(
            path,
            path.get(resource.document()).map(Excerpt::of).orElse(""),
            resource.type().name(),
            rival);
  }

  /** The id of another resource that has what only one may have; nothing is flushed before. */
  Optional<String> rivalOf(StoredResource resource) {
    return entities
        .createQuery(
            "select r.key.id from "
                + resource.getClass().getSimpleName()
                + " r where r.key.tenantId = :tenant and r.uniqueKey = :key and r.key.id <> :id",
            String.class)
        .setFlushMode(FlushModeType.COMMIT)
        .setParameter("tenant", resource.tenantId())
        .setParameter("key", resource.uniqueKey())
        .setParameter("id", resource.id())
        .getResultStream()
        .findFirst();
  }
}
