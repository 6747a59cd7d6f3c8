package io.rollcall.directory;

import io.rollcall.provider.ProviderRegistered;
import io.rollcall.provider.SsoProvider;
import io.rollcall.scim.schema.ResourceTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many resources of each type the providers of a tenant have, so that no page of a big tenant
 * waits until all are counted. Each number is spread over several rows: whoever changes one holds
 * it until the commit.
 */
@ApplicationScoped
public class ResourceCounts {

  /** So many that those who create resources at the same time seldom wait for each other. */
  private static final int SLICES = 16;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  /**
   * A provider begins, with none: all rows, for were they begun with its first resource, those who
   * send the first ones at the same time would wait for each other.
   */
  void begin(@Observes ProviderRegistered registered) {
    ResourceTypes.STANDARD
        .all()
        .forEach(type -> begin(registered.tenantId(), type.name(), registered.providerId()));
  }

  private void begin(String tenantId, String typeName, String providerId) {
    IntStream.range(0, SLICES)
        .mapToObj(slice -> new ResourceCount(tenantId, typeName, providerId, slice))
        .forEach(entities::persist);
  }

  /**
   * A provider ends, and has none any more.
   *
   * @param providerId a provider that is locked against all
   */
  public void end(String tenantId, String providerId) {
    entities
        .createQuery(
            "delete from ResourceCount c where c.key.tenantId = :tenant and c.key.providerId ="
                + " :provider")
        .setParameter("tenant", tenantId)
        .setParameter("provider", providerId)
        .executeUpdate();
  }

  /** A resource came (1) or went (-1). To be told last in a transaction. */
  void add(StoredResource resource, long difference) {
    add(resource.tenantId(), resource.type().name(), resource.providerId(), difference);
  }

  /**
   * Resources passed from one provider to another. To be told last in a transaction.
   *
   * @param example one of them, which are all of a type and of one provider now
   */
  void move(StoredResource example, String formerId, long number) {
    // Always in one order, or two that pass to each other would wait for each other.
    Stream.of(formerId, example.providerId())
        .sorted()
        .forEach(
            id ->
                add(
                    example.tenantId(),
                    example.type().name(),
                    id,
                    example.belongsTo(id) ? number : -number));
  }

  private void add(String tenantId, String typeName, String providerId, long difference) {
    var changed =
        entities
            .createQuery(
                "update ResourceCount c set c.resources = c.resources + :difference where"
                    + " c.key.tenantId = :tenant and c.key.typeName = :type"
                    + " and c.key.providerId = :provider and c.key.slice = :slice")
            .setParameter("difference", difference)
            .setParameter("tenant", tenantId)
            .setParameter("type", typeName)
            .setParameter("provider", providerId)
            .setParameter("slice", ThreadLocalRandom.current().nextInt(SLICES))
            .executeUpdate();
    if (changed == 0) {
      throw new IllegalStateException(
          "Nothing counts each %s of provider %s".formatted(typeName, providerId));
    }
  }

  /** How many resources of all these types the tenant has. */
  public long total(String tenantId, List<String> typeNames) {
    return Optional.ofNullable(
            entities
                .createQuery(
                    "select sum(c.resources) from ResourceCount c where c.key.tenantId = :tenant"
                        + " and c.key.typeName in :types",
                    Long.class)
                .setParameter("tenant", tenantId)
                .setParameter("types", typeNames)
                .getSingleResult())
        .orElse(0L);
  }

  /** How many resources of the type a provider has; of {@link SsoProvider#NOBODY} nobody's. */
  public long total(String tenantId, String typeName, String providerId) {
    return Optional.ofNullable(
            entities
                .createQuery(
                    "select sum(c.resources) from ResourceCount c where c.key.tenantId = :tenant"
                        + " and c.key.typeName = :type and c.key.providerId = :provider",
                    Long.class)
                .setParameter("tenant", tenantId)
                .setParameter("type", typeName)
                .setParameter("provider", providerId)
                .getSingleResult())
        .orElse(0L);
  }
}
