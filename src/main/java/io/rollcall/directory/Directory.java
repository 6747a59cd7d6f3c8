package io.rollcall.directory;

import io.rollcall.directory.ResourceChange.Credential;
import io.rollcall.directory.ResourceChange.Kind;
import io.rollcall.platform.Clock;
import io.rollcall.platform.actor.Actor;
import io.rollcall.platform.database.RowLock;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.provider.SsoProvider;
import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.StorableText;
import io.rollcall.scim.resource.Immutables;
import io.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps the users and groups of all tenants, for whoever may change them: who that is, is decided
 * above. All is done within the transaction of the caller, and a change locks its resource first,
 * so that changes of one resource follow each other and none is lost.
 */
@ApplicationScoped
public class Directory {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private RowLock rows;
  @Inject private ValueIndex index;
  @Inject private Uniqueness uniqueness;
  @Inject private Members members;
  @Inject private Relations relations;
  @Inject private ResourceCounts counts;
  @Inject private Event<ResourceChange> changes;

  /**
   * Reads a resource, with its relations if they are wanted.
   *
   * @throws Refusal.NotFound when the tenant hasn't got it
   */
  public ResourceWithRelations get(ResourceRef ref, Reading reading) {
    if (reading == Reading.WITH_RELATIONS && ref.type().is(ResourceType.USER)) {
      return key(ref).flatMap(relations::user).orElseThrow(() -> missing(ref));
    }
    return read(
        ofType(ref, key(ref).map(key -> entities.find(StoredResource.class, key))), reading);
  }

  /**
   * Locks and reads a resource that is to be changed.
   *
   * @throws Refusal.NotFound when the tenant hasn't got it
   */
  public StoredResource lock(ResourceRef ref) {
    return ofType(ref, key(ref).flatMap(key -> rows.find(StoredResource.class, key)));
  }

  /**
   * Locks and reads a resource that is to be deleted.
   *
   * @throws Refusal.NotFound when the tenant hasn't got it
   */
  public StoredResource lockToDelete(ResourceRef ref) {
    return ofType(ref, key(ref).flatMap(key -> rows.findToDelete(StoredResource.class, key)));
  }

  /**
   * The members of a group that is locked, to be changed.
   *
   * @param matching finds the ids of those members that a filter matches
   */
  public Members.Change members(Group group, Function<Filter, Collection<String>> matching) {
    return members.change(group, matching);
  }

  /**
   * Creates a resource.
   *
   * @param ref what it is to be, under an id that nothing has had before
   * @param providerId the provider that is to have it
   * @param origin how it comes into being
   * @param memberValues the members of a group
   * @throws ScimException {@code uniqueness} when its unique attribute is taken; {@code
   *     invalidValue} for members that don't exist
   * @throws Refusal.TooLarge when its document or its number of values is more than can be kept
   */
  public StoredResource create(
      Actor actor,
      ResourceRef ref,
      String providerId,
      Origin origin,
      Content content,
      List<JsonObject> memberValues) {
    var creation = writing(actor);
    var key = new TenantKey(ref.tenantId(), ref.id());
    var resource =
        ref.type().is(ResourceType.GROUP)
            ? new Group(key, providerId, origin, creation)
            : new User(key, providerId, origin, creation);
    resource.accept(content.document(), creation);
    var credentials = change(resource, content.password());
    uniqueness.refuseTaken(resource);
    if (resource instanceof Group group) {
      // Before its row is written, or that would be written twice.
      group.count(Members.number(memberValues));
    }
    entities.persist(resource);
    entities.flush();
    index.create(resource, content.document(), ref.type());
    var joined = MembershipChange.NONE;
    if (resource instanceof Group group) {
      var change = members.change(group, filter -> List.of());
      change.replace(memberValues);
      joined = change.end();
    }
    fire(actor, resource, Kind.CREATED, JsonValue.EMPTY_JSON_OBJECT, content, joined, credentials);
    counts.add(resource, 1);
    return resource;
  }

  /**
   * Stores what a locked resource is to be, unless that is what it is.
   *
   * @param type its type, as its tenant has it
   * @param kind {@link Kind#CHANGED} or, if it has another owner now, {@link Kind#ADOPTED}
   * @param memberChange who joined and who left, if it is a group
   * @throws ScimException {@code uniqueness} when its unique attribute is taken; {@code mutability}
   *     when an immutable one would change (RFC 7643 §2.2)
   * @throws Refusal.TooLarge when its document or its number of values is more than can be kept
   */
  public void store(
      Actor actor,
      StoredResource resource,
      ResourceType type,
      Kind kind,
      Content content,
      MembershipChange memberChange) {
    var before = resource.document();
    var after = content.document();
    Immutables.check(before, after, type);
    var credentials = change(resource, content.password());
    if (!after.equals(before) || kind == Kind.ADOPTED) {
      var formerKey = resource.uniqueKey();
      resource.accept(after, writing(actor));
      if (!resource.uniqueKey().equals(formerKey)) {
        uniqueness.refuseTaken(resource);
      }
      index.update(resource, before, after, type);
    } else if (!credentials.isEmpty() || !memberChange.isEmpty()) {
      resource.touch(clock.now());
    } else {
      fire(actor, resource, Kind.UNCHANGED, before, content, memberChange, credentials);
      return;
    }
    if (resource instanceof Group group) {
      group.count(memberChange.growth());
    }
    fire(actor, resource, kind, before, content, memberChange, credentials);
    if (kind == Kind.ADOPTED) {
      counts.move(resource, SsoProvider.NOBODY, 1);
    }
  }

  private Writing writing(Actor actor) {
    return new Writing(Author.of(actor), clock.now());
  }

  /**
   * Deletes a locked resource, with its memberships: each group that it leaves gets another
   * version, and an event of its own.
   */
  public void delete(Actor actor, StoredResource resource) {
    members
        .leaveAll(resource)
        .forEach(
            group ->
                fire(
                    actor,
                    group,
                    Kind.CHANGED,
                    group.document(),
                    Content.of(group.document()),
                    MembershipChange.of(List.of(), List.of(resource.id())),
                    Set.of()));
    var gone = Content.of(JsonValue.EMPTY_JSON_OBJECT);
    fire(actor, resource, Kind.DELETED, resource.document(), gone, MembershipChange.NONE, Set.of());
    entities.remove(resource);
    entities.flush();
    counts.add(resource, -1);
  }

  /** Reads the relations of a resource of this transaction, if they are wanted. */
  public ResourceWithRelations read(StoredResource resource, Reading reading) {
    entities.flush();
    return reading == Reading.WITH_RELATIONS
        ? relations.read(resource)
        : ResourceWithRelations.alone(resource);
  }

  private static StoredResource ofType(ResourceRef ref, Optional<StoredResource> stored) {
    return stored
        .filter(resource -> ref.type().is(resource.type()))
        .orElseThrow(() -> missing(ref));
  }

  private static Refusal missing(ResourceRef ref) {
    return new Gone(ref);
  }

  /** The key of a resource; empty when no database could have such an id. */
  private static Optional<TenantKey> key(ResourceRef ref) {
    return Optional.of(ref.id())
        .filter(StorableText::is)
        .map(text -> new TenantKey(ref.tenantId(), text));
  }

  private static Set<Credential> change(StoredResource resource, PasswordChange password) {
    if (password instanceof PasswordChange.Replaced replaced) {
      resource.keepPassword(replaced.hash());
      return Set.of(Credential.PASSWORD);
    }
    if (password instanceof PasswordChange.Removed && resource.hasPassword()) {
      resource.keepPassword(null);
      return Set.of(Credential.PASSWORD);
    }
    return Set.of();
  }

  private void fire(
      Actor actor,
      StoredResource resource,
      Kind kind,
      JsonObject before,
      Content content,
      MembershipChange memberChange,
      Set<Credential> credentials) {
    changes.fire(
        new ResourceChange(
            actor,
            clock.now(),
            resource.ref(),
            resource.version(),
            kind == Kind.ADOPTED ? SsoProvider.NOBODY : resource.providerId(),
            resource.providerId(),
            kind,
            before,
            content.document(),
            memberChange,
            credentials,
            content.notes()));
  }
}
