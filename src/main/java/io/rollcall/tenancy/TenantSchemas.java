package io.rollcall.tenancy;

import io.rollcall.platform.Clock;
import io.rollcall.platform.actor.Actor;
import io.rollcall.platform.database.RowLock;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.platform.work.UseCases;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.scim.schema.Schema;
import io.rollcall.scim.schema.SchemaChange;
import io.rollcall.tenancy.Administered.Act;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The extension schemas of a tenant. A change holds from the next request on, on every node. */
@UseCases
public class TenantSchemas {

  private static final Administered.Item ITEM = new Administered.Item("Schema", "schema");

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private RowLock rows;
  @Inject @Any private Instance<SchemaDependents> dependents;
  @Inject private Event<Administered> administered;

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
   * @throws Refusal when the tenant hasn't got it
   */
  public TenantSchema get(String tenantId, String id) {
    return found(
        id, Optional.ofNullable(entities.find(TenantSchema.class, new TenantKey(tenantId, id))));
  }

  /**
   * Adds a schema.
   *
   * @param definition a valid definition
   * @throws Refusal when the id is taken, or begins like another one
   */
  public TenantSchema create(
      Actor actor, String tenantId, String resourceType, JsonObject definition) {
    refuseTaken(tenantId, definition.getString("id"));
    var schema = new TenantSchema(tenantId, resourceType, definition, clock.now());
    entities.persist(schema);
    entities.flush();
    tell(actor, tenantId, schema, Act.CREATED);
    return schema;
  }

  /**
   * Puts another definition in the schema's place.
   *
   * @throws Refusal when it doesn't exist, or stored values wouldn't follow the definition
   */
  public TenantSchema replace(Actor actor, String tenantId, String id, JsonObject definition) {
    var schema = locked(tenantId, id);
    SchemaChange.obstacle(schema.schema(), Schema.of(definition), usedPaths(tenantId, id))
        .ifPresent(
            obstacle -> {
              throw new Refusal.Conflict(obstacle);
            });
    schema.define(definition);
    tell(actor, tenantId, schema, Act.CHANGED);
    return schema;
  }

  /**
   * Locks a schema until the transaction ends.
   *
   * @throws Refusal.NotFound when the tenant hasn't got it
   */
  public void lock(String tenantId, String id) {
    locked(tenantId, id);
  }

  /**
   * Deletes a schema.
   *
   * @throws Refusal when it doesn't exist, or has values
   */
  public void delete(Actor actor, String tenantId, String id) {
    var schema = locked(tenantId, id);
    if (!usedPaths(tenantId, id).isEmpty()) {
      throw new Refusal.Conflict(
          "Users or groups have values of %s. Add ?force=true to delete them with it."
              .formatted(id));
    }
    entities.remove(schema);
    tell(actor, tenantId, schema, Act.DELETED);
  }

  private void tell(Actor actor, String tenantId, TenantSchema schema, Act act) {
    administered.fire(
        new Administered(tenantId, actor, act, ITEM, schema.id(), Optional.of(schema.id())));
  }

  private Set<String> usedPaths(String tenantId, String id) {
    return dependents.stream()
        .flatMap(dependent -> dependent.usedPaths(tenantId, id).stream())
        .collect(Collectors.toSet());
  }

  private TenantSchema locked(String tenantId, String id) {
    return found(id, rows.findToDelete(TenantSchema.class, new TenantKey(tenantId, id)));
  }

  private static TenantSchema found(String id, Optional<TenantSchema> schema) {
    return schema.orElseThrow(
        () -> new Refusal.NotFound("Schema %s does not exist.".formatted(id)));
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
              throw new Refusal.Conflict(
                  "id: %s overlaps with %s. Choose another one.".formatted(id, other));
            });
  }

  private static boolean overlap(String left, String right) {
    var first = left.toLowerCase(Locale.ROOT) + ":";
    var second = right.toLowerCase(Locale.ROOT) + ":";
    return first.startsWith(second) || second.startsWith(first);
  }
}
