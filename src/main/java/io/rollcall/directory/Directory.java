package io.rollcall.directory;

import static io.rollcall.scim.message.ScimType.UNIQUENESS;

import com.github.f4b6a3.uuid.UuidCreator;
import io.rollcall.activity.Action;
import io.rollcall.activity.ActivityLog;
import io.rollcall.platform.Clock;
import io.rollcall.platform.persistence.DatabaseWork;
import io.rollcall.platform.persistence.QueryTime;
import io.rollcall.platform.persistence.RowLock;
import io.rollcall.platform.persistence.TenantKey;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.patch.DetachedAttribute;
import io.rollcall.scim.patch.Patch;
import io.rollcall.scim.patch.PatchRequest;
import io.rollcall.scim.resource.Defaults;
import io.rollcall.scim.resource.Immutables;
import io.rollcall.scim.resource.ReadResource;
import io.rollcall.scim.resource.Values;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.tenancy.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What identity providers do with the users and groups of a tenant. Each method is one transaction;
 * an exception means that nothing happened.
 *
 * <p>A change locks the resource's row first, so that changes of one resource follow each other and
 * none is lost.
 */
@ApplicationScoped
@DatabaseWork
@Transactional
public class Directory {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private RowLock rows;
  @Inject private ValueIndex index;
  @Inject private Members members;
  @Inject private Relations relations;
  @Inject private ResourceQuery queries;
  @Inject private ResourceCounts counts;
  @Inject private QueryTime queryTime;
  @Inject private Ownership ownership;
  @Inject private ActivityLog activity;

  /**
   * Creates a resource (RFC 7644 §3.3).
   *
   * @throws ScimException 409 when its unique attribute is taken, 400 for unknown members
   */
  public Found create(Caller caller, ResourceType type, ReadResource payload) {
    return create(caller, type, newId(), payload);
  }

  /** An id that no resource has had before: UUIDv7, so that ids are in the order of creation. */
  public static String newId() {
    return UuidCreator.getTimeOrderedEpoch().toString();
  }

  /** Creates a resource under an id that {@link #newId} made. */
  public Found create(Caller caller, ResourceType type, String id, ReadResource payload) {
    var now = clock.now();
    var key = new TenantKey(caller.tenantId(), id);
    var resource = newResource(caller, type, key, now);
    var representation = Defaults.filled(attributes(payload), JsonValue.EMPTY_JSON_OBJECT, type);
    var kept = Passwords.without(representation, type);
    resource.accept(kept, now);
    Passwords.of(representation, type).ifPresent(resource::keepPassword);
    refuseTaken(resource);
    entities.persist(resource);
    entities.flush();
    index.create(resource, kept, type);
    if (resource instanceof Group group) {
      members.of(group).replace(memberValues(payload));
    }
    record(caller, Action.CREATED, resource, JsonValue.EMPTY_JSON_OBJECT, kept, payload.ignored());
    counts.add(resource, 1);
    // Nobody could make a user a member before it had an id.
    return found(resource, resource instanceof Group);
  }

  /**
   * Reads a resource (RFC 7644 §3.4.1).
   *
   * @throws ScimException 404 when the tenant hasn't got it
   */
  public Found get(Caller caller, ResourceType type, String id, boolean withRelations) {
    return withRelations && type.is(ResourceType.USER)
        ? key(caller, id).flatMap(relations::user).orElseThrow(() -> missing(type, id))
        : found(load(caller, type, id), withRelations);
  }

  /**
   * Reads on in the members of a group. The answer to a request about a big group is made of
   * several such pages: who comes or goes in between may be missing or be in it.
   *
   * @param memberId the member that the page begins behind
   */
  public MemberPage membersBehind(Caller caller, String groupId, String memberId) {
    return relations.membersBehind(caller.tenantId(), groupId, memberId);
  }

  /** Finds resources (RFC 7644 §3.4.2). */
  public Page list(Caller caller, Query query) {
    try (var time = queryTime.begin()) {
      return query.mayTakeLong() ? list(caller, query, time::bound) : list(caller, query, () -> {});
    }
  }

  /** Page and number share one time; what finds its few resources by a key needs no bound. */
  private Page list(Caller caller, Query query, Runnable bound) {
    bound.run();
    if (query.count() == 0) {
      return new Page(count(caller, query), List.of(), Optional.empty());
    }
    var found = queries.page(caller, query);
    var total = totalBy(query, found.size());
    if (total.isEmpty()) {
      bound.run();
      total = Optional.of(count(caller, query));
    }
    var rows = found.subList(0, Math.min(query.count(), found.size()));
    var resources = rows.stream().map(ResourceQuery.Row::resource).toList();
    return new Page(
        total.get(),
        query.withRelations()
            ? relations.of(caller.tenantId(), resources)
            : resources.stream().map(Found::withoutRelations).toList(),
        found.size() > rows.size()
            ? Optional.of(rows.get(rows.size() - 1).position())
            : Optional.empty());
  }

  private long count(Caller caller, Query query) {
    return query.isUnfiltered()
        ? counts.of(caller.tenantId(), query.scopes().stream().map(s -> s.type().name()).toList())
        : queries.count(caller, query);
  }

  /** How many match, if the page tells: it is the last one, and begins at a known place. */
  private static Optional<Long> totalBy(Query query, int found) {
    var isLast = found <= query.count() && (found > 0 || query.startIndex() == 1);
    return isLast && query.after().isEmpty()
        ? Optional.of(query.startIndex() - 1L + found)
        : Optional.empty();
  }

  /**
   * Replaces a resource (RFC 7644 §3.5.1). What was left out is cleared, but an attribute with a
   * default stays: that nobody mentions {@code active} doesn't let a user in again.
   *
   * @throws ScimException 403, 404, 409 or 412 as the rules say
   */
  public Found replace(
      Caller caller,
      ResourceType type,
      String id,
      Precondition precondition,
      ReadResource payload,
      boolean withRelations) {
    var resource = loadForChange(caller, type, id, precondition);
    var memberChange = memberChange(resource);
    memberChange.ifPresent(change -> change.replace(memberValues(payload)));
    var before = resource.representation();
    var representation =
        Defaults.filled(
            Immutables.keep(untouched(attributes(payload), before, payload), before, type),
            before,
            type);
    change(caller, type, resource, representation, memberChange, payload.ignored());
    return found(resource, withRelations);
  }

  /**
   * Changes a resource (RFC 7644 §3.5.2).
   *
   * @throws ScimException 403, 404, 409 or 412 as the rules say; 400 when an operation can't be
   *     done
   */
  public Found patch(
      Caller caller,
      ResourceType type,
      String id,
      Precondition precondition,
      PatchRequest patch,
      boolean withRelations) {
    var resource = loadForChange(caller, type, id, precondition);
    var memberChange = memberChange(resource);
    var before = resource.representationFor(caller);
    var patched =
        Patch.apply(
            patch.operations(),
            before,
            type,
            memberChange.map(DetachedAttribute.class::cast).orElse(DetachedAttribute.NONE));
    var representation = Defaults.filled(patched, before, type);
    if (Passwords.areRemoved(patch) && resource.hasPassword() && !resource.isNobodys()) {
      resource.keepPassword(null);
      resource.touch(clock.now());
    }
    change(caller, type, resource, representation, memberChange, patch.ignored());
    return found(resource, withRelations);
  }

  /**
   * Deletes a resource (RFC 7644 §3.6), with its memberships.
   *
   * @throws ScimException 403, 404 or 412 as the rules say
   */
  public void delete(Caller caller, ResourceType type, String id, Precondition precondition) {
    var resource =
        ofType(
            type, id, key(caller, id).flatMap(key -> rows.findToDelete(StoredResource.class, key)));
    ownership.refuseUnowned(caller, resource);
    precondition.check(resource);
    touchGroupsOf(resource);
    record(
        caller,
        Action.DELETED,
        resource,
        resource.representation(),
        JsonValue.EMPTY_JSON_OBJECT,
        List.of());
    entities.remove(resource);
    entities.flush();
    counts.add(resource, -1);
  }

  private static StoredResource newResource(
      Caller caller, ResourceType type, TenantKey key, Instant now) {
    return type.is(ResourceType.GROUP)
        ? new Group(key, caller.providerId(), now)
        : new User(key, caller.providerId(), now);
  }

  private StoredResource loadForChange(
      Caller caller, ResourceType type, String id, Precondition precondition) {
    var resource =
        ofType(type, id, key(caller, id).flatMap(key -> rows.find(StoredResource.class, key)));
    ownership.refuseForeign(caller, resource);
    precondition.check(resource);
    return resource;
  }

  private StoredResource load(Caller caller, ResourceType type, String id) {
    return ofType(type, id, key(caller, id).map(key -> entities.find(StoredResource.class, key)));
  }

  private static StoredResource ofType(
      ResourceType type, String id, Optional<StoredResource> stored) {
    return stored.filter(resource -> type.is(resource.type())).orElseThrow(() -> missing(type, id));
  }

  private static ScimException missing(ResourceType type, String id) {
    return ScimException.notFound(type.name(), id);
  }

  /** The key of a resource; empty when no database could have such an id. */
  private static Optional<TenantKey> key(Caller caller, String id) {
    return Optional.of(id)
        .filter(Values::isText)
        .map(text -> new TenantKey(caller.tenantId(), text));
  }

  private Found found(StoredResource resource, boolean withRelations) {
    entities.flush();
    return withRelations ? relations.of(resource) : Found.withoutRelations(resource);
  }

  private void change(
      Caller caller,
      ResourceType type,
      StoredResource resource,
      JsonObject requested,
      Optional<Members.Change> memberChange,
      List<String> ignored) {
    memberChange.ifPresent(Members.Change::close);
    var before = resource.representation();
    var isAdopted = resource.isNobodys();
    var password = Passwords.of(requested, type);
    var allowed = Passwords.without(requested, type);
    var representation = isAdopted ? resource.adopt(caller.providerId(), allowed) : allowed;
    Immutables.check(before, representation, type);
    if (!representation.equals(before) || isAdopted) {
      var formerKey = resource.uniqueKey();
      resource.accept(representation, clock.now());
      if (!resource.uniqueKey().equals(formerKey)) {
        refuseTaken(resource);
      }
      index.update(resource, before, representation, type);
    } else if (password.isPresent()
        || memberChange.filter(Members.Change::isEffective).isPresent()) {
      resource.touch(clock.now());
    } else {
      return;
    }
    password.filter(hash -> !isAdopted).ifPresent(resource::keepPassword);
    var action = isAdopted ? Action.ADOPTED : Action.CHANGED;
    record(caller, action, resource, before, representation, ignored);
  }

  private void refuseTaken(StoredResource resource) {
    queries
        .rivalOf(resource)
        .ifPresent(
            rival -> {
              var path = StoredResource.uniqueAttribute(resource.type());
              throw new ScimException(
                  UNIQUENESS,
                  "%s: %s is taken, in any letter case, by %s %s. Update that one, or send another value."
                      .formatted(
                          path,
                          path.attributeValue(resource.representation())
                              .map(Values::shown)
                              .orElse(""),
                          resource.type().name(),
                          rival));
            });
  }

  private Optional<Members.Change> memberChange(StoredResource resource) {
    return resource instanceof Group group ? Optional.of(members.of(group)) : Optional.empty();
  }

  private static List<JsonObject> memberValues(ReadResource payload) {
    return Group.MEMBERS
        .attributeValue(payload.resource())
        .map(array -> array.asJsonArray().getValuesAs(JsonObject.class))
        .orElse(List.of());
  }

  /** What a client mentions without anything that it can write stays as it was. */
  private static JsonObject untouched(
      JsonObject representation, JsonObject before, ReadResource payload) {
    var kept = representation;
    for (var path : payload.untouched()) {
      kept = Values.put(kept, path, path.attributeValue(before));
    }
    return kept;
  }

  private static JsonObject attributes(ReadResource payload) {
    return Values.with(payload.resource(), Group.MEMBERS.attribute().name(), Optional.empty());
  }

  private void touchGroupsOf(StoredResource resource) {
    entities
        .createQuery(
            "update Group g set g.version = g.version + 1, g.lastModified = :now"
                + " where g.key.tenantId = :tenant and g.key.id in (select m.key.groupId"
                + " from GroupMember m where m.key.tenantId = :tenant and m.key.memberId = :id)")
        .setParameter("now", clock.now())
        .setParameter("tenant", resource.tenantId())
        .setParameter("id", resource.id())
        .executeUpdate();
  }

  private void record(
      Caller caller,
      Action action,
      StoredResource resource,
      JsonObject before,
      JsonObject after,
      List<String> ignored) {
    activity.changed(caller, action, resource.type().name(), resource.id(), before, after, ignored);
  }
}
