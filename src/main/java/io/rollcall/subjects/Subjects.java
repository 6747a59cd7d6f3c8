package io.rollcall.subjects;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.directory.Content;
import io.rollcall.directory.Directory;
import io.rollcall.directory.Gone;
import io.rollcall.directory.MembershipChange;
import io.rollcall.directory.NameTaken;
import io.rollcall.directory.Origin;
import io.rollcall.directory.PasswordChange;
import io.rollcall.directory.Reading;
import io.rollcall.directory.Relation;
import io.rollcall.directory.Relations;
import io.rollcall.directory.ResourceChange.Kind;
import io.rollcall.directory.ResourceRef;
import io.rollcall.directory.StoredResource;
import io.rollcall.directory.Transfers;
import io.rollcall.directory.User;
import io.rollcall.directory.search.Position;
import io.rollcall.directory.search.Query;
import io.rollcall.directory.search.Search;
import io.rollcall.directory.search.Slice;
import io.rollcall.directory.search.TypeFilter;
import io.rollcall.platform.Ids;
import io.rollcall.platform.Settings;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.platform.work.UseCases;
import io.rollcall.provider.SsoProvider;
import io.rollcall.provider.SsoProviders;
import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.filter.FilterLimits;
import io.rollcall.scim.filter.FilterParser;
import io.rollcall.scim.message.Notes;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.resource.Defaults;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.tenancy.TenantSchemas;
import io.rollcall.tenancy.TenantTypes;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** What admins do with the users and groups of their tenant. */
@UseCases
public class Subjects {

  private final FilterLimits filterLimits =
      new FilterLimits(Settings.LIMIT_FILTER_LENGTH.get(), Settings.LIMIT_FILTER_TERMS.get());

  @Inject private Directory directory;
  @Inject private Transfers transfers;
  @Inject private Relations relations;
  @Inject private Search search;
  @Inject private SsoProviders providers;
  @Inject private TenantSchemas schemas;

  /** The resource types as they are in the admin's tenant. */
  public ResourceTypes types(Administrator admin) {
    return TenantTypes.with(
        schemas.all(admin.tenantId()).stream()
            .map(s -> new TenantTypes.Extension(s.resourceType(), s.json().toString()))
            .toList());
  }

  /**
   * One page of the users or groups that are asked for, in the order of their creation.
   *
   * @throws Refusal.Invalid when the filter can't be understood, or takes too long
   */
  public Slice list(Administrator admin, ResourceType type, SubjectQuery wanted) {
    try {
      var own = types(admin).own(type);
      var filter = wanted.filter().map(text -> filter(text, own));
      return search.slice(
          new AdminViewer(admin.tenantId()),
          new Query(
              List.of(new TypeFilter(own, filter)),
              wanted.narrowing(),
              Optional.empty(),
              1,
              wanted.after().map(id -> new Position(Optional.empty(), id)),
              wanted.count(),
              Reading.DOCUMENT_ONLY));
    } catch (ScimException e) {
      throw new Refusal.Invalid("filter", e.getMessage());
    }
  }

  private Filter filter(String text, ResourceType type) {
    return FilterParser.parse(text, type, filterLimits);
  }

  /**
   * Reads a user or group.
   *
   * @throws Refusal.NotFound when the tenant hasn't got it
   */
  public Subject get(Administrator admin, ResourceType type, String id) {
    return subject(admin, found(ref(admin, type, id)));
  }

  /**
   * Reads on in the members of a group, in the order of their ids.
   *
   * @param after the id of the member that the page begins after; an empty text for the first page
   * @param count how many at most
   * @throws Refusal.NotFound when the tenant hasn't got the group
   */
  public List<StoredResource> members(
      Administrator admin, String groupId, String after, int count) {
    found(ref(admin, ResourceType.GROUP, groupId));
    return relations.members(admin.tenantId(), groupId, after, count);
  }

  /**
   * The groups that a user or group is in, directly or indirectly, in the order of their ids.
   *
   * @throws Refusal.NotFound when the tenant hasn't got it
   */
  public List<Relation> groups(Administrator admin, ResourceType type, String id) {
    found(ref(admin, type, id));
    return relations.groupsAbove(admin.tenantId(), id);
  }

  /**
   * Creates a user that no provider has.
   *
   * @param document its attributes, which follow the schemas
   * @param notes how they were understood
   * @throws Refusal.Conflict when the userName is taken
   */
  public Subject create(Administrator admin, JsonObject document, Notes notes) {
    var type = types(admin).own(ResourceType.USER);
    var filled = Defaults.filled(document, JsonValue.EMPTY_JSON_OBJECT, type);
    try {
      var user =
          directory.create(
              admin.actor(),
              ref(admin, type, Ids.next()),
              SsoProvider.NOBODY,
              Origin.ADMIN,
              new Content(filled, PasswordChange.NONE, notes),
              List.of());
      return new Subject(user, type);
    } catch (NameTaken taken) {
      throw taken(taken);
    }
  }

  /** An admin can't let an identity provider match anew, which is what others are told. */
  private static Refusal taken(NameTaken taken) {
    return new Refusal.Conflict(
        "%s: %s is taken, in any letter case, by user %s. Choose another one, or use that user."
            .formatted(
                StoredResource.uniqueAttribute(ResourceType.USER),
                taken.value(),
                taken.holder().id()));
  }

  /**
   * Lets a user that no provider has use the applications of the tenant, or no more.
   *
   * @throws Refusal.NotFound when the tenant hasn't got it
   * @throws Refusal.Conflict when a provider has it
   */
  public Subject activate(Administrator admin, String id, boolean isActive) {
    var user = locked(ref(admin, ResourceType.USER, id));
    refuseOwned(user);
    var subject = subject(admin, user);
    var value = isActive ? JsonValue.TRUE : JsonValue.FALSE;
    var document = User.ACTIVE.with(user.document(), Optional.of(value));
    directory.store(
        admin.actor(),
        user,
        subject.type(),
        Kind.CHANGED,
        new Content(document, PasswordChange.NONE, Notes.NONE),
        MembershipChange.NONE);
    return subject;
  }

  /**
   * Gives a user or group to a provider, whosever it is.
   *
   * @param scheme the provider's scheme
   * @throws Refusal.NotFound when the tenant hasn't got it
   * @throws Refusal.Invalid when the tenant has no such provider
   * @throws Refusal.Conflict when the provider has a group of that name already
   */
  public Subject transfer(Administrator admin, ResourceType type, String id, String scheme) {
    var resource = locked(ref(admin, type, id));
    transfers.transfer(admin.actor(), resource, providers.named(admin.tenantId(), scheme).id());
    return subject(admin, resource);
  }

  /**
   * Makes a user or group nobody's; the first provider that changes it then adopts it.
   *
   * @throws Refusal.NotFound when the tenant hasn't got it
   */
  public Subject release(Administrator admin, ResourceType type, String id) {
    var resource = locked(ref(admin, type, id));
    transfers.release(admin.actor(), List.of(resource));
    return subject(admin, resource);
  }

  private StoredResource found(ResourceRef ref) {
    try {
      return directory.get(ref, Reading.DOCUMENT_ONLY).resource();
    } catch (Gone gone) {
      throw Refusal.NotFound.of(ref.type().name(), ref.id());
    }
  }

  private StoredResource locked(ResourceRef ref) {
    try {
      return directory.lock(ref);
    } catch (Gone gone) {
      throw Refusal.NotFound.of(ref.type().name(), ref.id());
    }
  }

  /** What a provider has would be as before with its next request. */
  private void refuseOwned(StoredResource resource) {
    if (!resource.isNobodys()) {
      var owner =
          providers.all(resource.tenantId()).stream()
              .filter(provider -> resource.belongsTo(provider.id()))
              .findFirst()
              .orElseThrow();
      throw new Refusal.Conflict(
          "%s %s is provisioned by %s (%s). Change it there, or release it first."
              .formatted(
                  resource.type().name(), resource.id(), owner.displayName(), owner.scheme()));
    }
  }

  private Subject subject(Administrator admin, StoredResource resource) {
    return new Subject(resource, types(admin).own(resource.type()));
  }

  private static ResourceRef ref(Administrator admin, ResourceType type, String id) {
    return new ResourceRef(admin.tenantId(), type, id);
  }
}
