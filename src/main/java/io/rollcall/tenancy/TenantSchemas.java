package io.rollcall.tenancy;

import static io.rollcall.tenancy.TenancyException.Reason.CONFLICT;
import static io.rollcall.tenancy.TenancyException.Reason.NOT_FOUND;

import io.rollcall.platform.Clock;
import io.rollcall.platform.persistence.DatabaseWork;
import io.rollcall.platform.persistence.RowLock;
import io.rollcall.platform.persistence.TenantKey;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.scim.schema.Schema;
import io.rollcall.scim.schema.SchemaChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The extension schemas of a tenant. A change holds from the next request on, on every node. */
@ApplicationScoped
@DatabaseWork
@Transactional
public class TenantSchemas {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private RowLock rows;
  @Inject private Event<SchemaUse> uses;
  @Inject private Event<SchemaRemoval> removals;

  /** All extension schemas of the tenant, by id. */
  public List<TenantSchema> all(String tenantId) {
    return entities
        .createQuery(
            "select s from TenantSchema s where s.key.tenantId = :tenant order by s.key.id",
            TenantSchema.class)
        .setParameter("tenant", tenantId)
        .getResultList();
  }

  /**
   * The schema with that id.
   *
   * @throws TenancyException when the tenant hasn't got it
   */
  public TenantSchema get(String tenantId, String id) {
    return found(id, Optional.ofNullable(entities.find(TenantSchema.class, key(tenantId, id))));
  }

  /**
   * Adds a schema.
   *
   * @param definition a valid definition
   * @throws TenancyException when the id is taken, or begins like another one
   */
  public TenantSchema create(String tenantId, String resourceType, JsonObject definition) {
    refuseTaken(tenantId, definition.getString("id"));
    var schema = new TenantSchema(tenantId, resourceType, definition, clock.now());
    entities.persist(schema);
    entities.flush();
    return schema;
  }

  /**
   * Puts another definition in the schema's place.
   *
   * @throws TenancyException when it doesn't exist, or stored values wouldn't follow the definition
   */
  public TenantSchema replace(String tenantId, String id, JsonObject definition) {
    var schema = found(id, rows.findToDelete(TenantSchema.class, key(tenantId, id)));
    SchemaChange.obstacle(schema.schema(), Schema.of(definition), usedPaths(tenantId, id))
        .ifPresent(
            obstacle -> {
              throw new TenancyException(CONFLICT, obstacle);
            });
    schema.define(definition);
    return schema;
  }

  /**
   * Deletes a schema.
   *
   * @param force whether its values are deleted with it
   * @throws TenancyException when it doesn't exist, or has values that may not be deleted
   */
  public void delete(String tenantId, String id, boolean force) {
    var schema = found(id, rows.findToDelete(TenantSchema.class, key(tenantId, id)));
    if (force) {
      removals.fire(new SchemaRemoval(tenantId, id));
    } else if (!usedPaths(tenantId, id).isEmpty()) {
      throw new TenancyException(
          CONFLICT,
          "Users or groups have values of %s. Add ?force=true to delete them with it."
              .formatted(id));
    }
    entities.remove(schema);
  }

  private Set<String> usedPaths(String tenantId, String id) {
    var use = new SchemaUse(tenantId, id);
    uses.fire(use);
    return use.paths();
  }

  private static TenantKey key(String tenantId, String id) {
    return new TenantKey(tenantId, id);
  }

  private static TenantSchema found(String id, Optional<TenantSchema> schema) {
    return schema.orElseThrow(
        () -> new TenancyException(NOT_FOUND, "Schema %s does not exist.".formatted(id)));
  }

  /** An attribute's path is its schema's id, a colon and its name; two readings must not exist. */
  private void refuseTaken(String tenantId, String id) {
    var own = all(tenantId).stream().map(TenantSchema::id);
    var standard = ResourceTypes.STANDARD.schemas().map(Schema::id);
    Stream.concat(own, standard)
        .filter(other -> overlap(other, id))
        .findFirst()
        .ifPresent(
            other -> {
              throw new TenancyException(
                  CONFLICT, "id: %s overlaps with %s. Choose another one.".formatted(id, other));
            });
  }

  private static boolean overlap(String left, String right) {
    var first = left.toLowerCase(Locale.ROOT) + ":";
    var second = right.toLowerCase(Locale.ROOT) + ":";
    return first.startsWith(second) || second.startsWith(first);
  }
}
