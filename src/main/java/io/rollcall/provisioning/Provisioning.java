package io.rollcall.provisioning;

import io.rollcall.directory.Content;
import io.rollcall.directory.Directory;
import io.rollcall.directory.Group;
import io.rollcall.directory.Members;
import io.rollcall.directory.MembershipChange;
import io.rollcall.directory.Origin;
import io.rollcall.directory.PasswordChange;
import io.rollcall.directory.Reading;
import io.rollcall.directory.RelationPage;
import io.rollcall.directory.ResourceChange.Credential;
import io.rollcall.directory.ResourceChange.Kind;
import io.rollcall.directory.ResourceWithRelations;
import io.rollcall.directory.StoredResource;
import io.rollcall.directory.search.Page;
import io.rollcall.directory.search.Query;
import io.rollcall.directory.search.Search;
import io.rollcall.platform.Ids;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.platform.work.UseCases;
import io.rollcall.scim.message.NoteTaker;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.patch.DetachedAttribute;
import io.rollcall.scim.patch.Patch;
import io.rollcall.scim.resource.Defaults;
import io.rollcall.scim.resource.Immutables;
import io.rollcall.scim.schema.ResourceType;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What identity providers do with the users and groups of a tenant. */
@UseCases
public class Provisioning {

  private static final String KEPT = "stays as it is in the request that adopts. Send it once more";

  @Inject private Directory directory;
  @Inject private Search search;
  @Inject private Ownership ownership;

  /**
   * Creates a resource (RFC 7644 §3.3).
   *
   * @throws ScimException {@code uniqueness}, or {@code invalidValue} for unknown members
   */
  public ResourceWithRelations create(ScimClient client, ResourceType type, SentResource sent) {
    return create(client, type, Ids.next(), sent);
  }

  /** Creates a resource under an id that nothing has had before. */
  public ResourceWithRelations create(
      ScimClient client, ResourceType type, String id, SentResource sent) {
    var document = Defaults.filled(sent.document(), JsonValue.EMPTY_JSON_OBJECT, type);
    var resource =
        directory.create(
            client.actor(),
            client.ref(type, id),
            client.providerId(),
            Origin.SCIM,
            new Content(document, sent.password(), sent.notes()),
            sent.members());
    // Nobody could make a user a member before it had an id.
    return directory.read(resource, Reading.of(resource instanceof Group));
  }

  /**
   * Reads a resource (RFC 7644 §3.4.1).
   *
   * @throws Refusal.NotFound when the tenant hasn't got it
   */
  public ResourceWithRelations get(
      ScimClient client, ResourceType type, String id, Reading reading) {
    return directory.get(client.ref(type, id), reading);
  }

  /**
   * Reads on in the members of a group. The answer to a request about a big group is made of
   * several such pages: who comes or goes in between may be missing or be in it.
   *
   * @param memberId the member that the page begins after
   */
  public RelationPage membersAfter(ScimClient client, String groupId, String memberId) {
    return search.membersAfter(client, groupId, memberId);
  }

  /** Finds resources (RFC 7644 §3.4.2). */
  public Page list(ScimClient client, Query query) {
    return search.page(client, query);
  }

  /**
   * Replaces a resource (RFC 7644 §3.5.1). What was left out is cleared, but an attribute with a
   * default stays: that nobody mentions {@code active} doesn't let a user in again.
   *
   * @throws Refusal when it isn't there, is another provider's, or has another version
   * @throws ScimException as {@link Directory#store} does
   */
  public ResourceWithRelations replace(
      ScimClient client,
      ResourceType type,
      String id,
      Precondition precondition,
      SentResource sent,
      Reading reading) {
    var resource = lock(client, type, id, precondition);
    var members = members(client, resource);
    members.ifPresent(change -> change.replace(sent.members()));
    var before = resource.document();
    var document = Defaults.filled(Immutables.keep(sent.over(before), before, type), before, type);
    var content = new Content(document, sent.password(), sent.notes());
    return store(client, type, resource, content, members, reading);
  }

  /**
   * Changes a resource (RFC 7644 §3.5.2).
   *
   * @throws Refusal when it isn't there, is another provider's, or has another version
   * @throws ScimException as {@link Directory#store} does, or when an operation can't be done
   */
  public ResourceWithRelations patch(
      ScimClient client,
      ResourceType type,
      String id,
      Precondition precondition,
      SentPatch sent,
      Reading reading) {
    var resource = lock(client, type, id, precondition);
    var members = members(client, resource);
    var before = resource.documentFor(client.providerId());
    var notes = new NoteTaker(sent.notes());
    var patched =
        Patch.apply(
            sent.operations(),
            before,
            type,
            members.map(DetachedAttribute.class::cast).orElse(DetachedAttribute.NONE),
            notes);
    var document = Defaults.filled(patched, before, type);
    var content = new Content(document, sent.password(), notes.notes());
    return store(client, type, resource, content, members, reading);
  }

  /**
   * Deletes a resource (RFC 7644 §3.6), with its memberships.
   *
   * @throws Refusal when it isn't there, isn't the client's own, or has another version
   */
  public void delete(ScimClient client, ResourceType type, String id, Precondition precondition) {
    var resource = directory.lockToDelete(client.ref(type, id));
    ownership.refuseUnowned(client, resource);
    precondition.check(resource);
    directory.delete(client.actor(), resource);
  }

  private StoredResource lock(
      ScimClient client, ResourceType type, String id, Precondition precondition) {
    var resource = directory.lock(client.ref(type, id));
    ownership.refuseForeign(client, resource);
    precondition.check(resource);
    return resource;
  }

  private Optional<Members.Change> members(ScimClient client, StoredResource resource) {
    return resource instanceof Group group
        ? Optional.of(
            directory.members(group, filter -> search.membersMatching(client, group, filter)))
        : Optional.empty();
  }

  /**
   * What is nobody's becomes the client's, which can't take over the account in the same request.
   */
  private ResourceWithRelations store(
      ScimClient client,
      ResourceType type,
      StoredResource resource,
      Content wanted,
      Optional<Members.Change> members,
      Reading reading) {
    var membershipChange = members.map(Members.Change::end).orElse(MembershipChange.NONE);
    var isAdopted = resource.isNobodys();
    var content = isAdopted ? adopted(client, resource, wanted) : wanted;
    directory.store(
        client.actor(),
        resource,
        type,
        isAdopted ? Kind.ADOPTED : Kind.CHANGED,
        content,
        membershipChange);
    return directory.read(resource, reading);
  }

  private static Content adopted(ScimClient client, StoredResource resource, Content wanted) {
    var document = resource.adopt(client.providerId(), wanted.document());
    var notes = new NoteTaker(wanted.notes());
    Stream.concat(wanted.document().keySet().stream(), document.keySet().stream())
        .distinct()
        .filter(name -> !Objects.equals(wanted.document().get(name), document.get(name)))
        .forEach(name -> notes.tolerate(name, KEPT));
    if (!wanted.password().equals(PasswordChange.NONE)) {
      notes.tolerate(Credential.PASSWORD.name().toLowerCase(Locale.ROOT), KEPT);
    }
    return new Content(document, PasswordChange.NONE, notes.notes());
  }
}
