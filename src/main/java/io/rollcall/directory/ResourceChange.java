package io.rollcall.directory;

import io.rollcall.platform.actor.Actor;
import io.rollcall.scim.message.Notes;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Set;

/**
 * An event: what one request did to one resource, or found done already. It is fired within the
 * transaction that does it; an observer that throws undoes it.
 *
 * @param actor who did it
 * @param at when
 * @param resource to which resource
 * @param version the version that the resource has since; the last one it had if it is gone
 * @param formerProviderId whose it was; of a new one whose it is
 * @param providerId whose it is since; of one that is gone whose it was
 * @param kind what was done
 * @param before the document as it was; empty if the resource is new
 * @param after the document as it is; empty if the resource is gone
 * @param members who joined and who left, if it is a group
 * @param credentials which credentials were set, replaced or removed
 * @param notes how what was sent was understood
 */
public record ResourceChange(
    Actor actor,
    Instant at,
    ResourceRef resource,
    long version,
    String formerProviderId,
    String providerId,
    Kind kind,
    JsonObject before,
    JsonObject after,
    MembershipChange members,
    Set<Credential> credentials,
    Notes notes) {

  /** A change of nothing but the document, which the resource has already. */
  static ResourceChange ofDocument(
      Actor actor, StoredResource resource, JsonObject before, JsonObject after) {
    return new ResourceChange(
        actor,
        resource.lastModified(),
        resource.ref(),
        resource.version(),
        resource.providerId(),
        resource.providerId(),
        Kind.CHANGED,
        before,
        after,
        MembershipChange.NONE,
        Set.of(),
        Notes.NONE);
  }

  /** A change of whose the resource is, which it is already, or of nothing. */
  static ResourceChange ofOwner(
      Actor actor,
      Instant at,
      StoredResource resource,
      String formerProviderId,
      Kind kind,
      JsonObject before) {
    return new ResourceChange(
        actor,
        at,
        resource.ref(),
        resource.version(),
        formerProviderId,
        resource.providerId(),
        kind,
        before,
        resource.document(),
        MembershipChange.NONE,
        Set.of(),
        Notes.NONE);
  }

  /** What can be done to a resource. */
  public enum Kind {
    CREATED,
    CHANGED,
    /** It was nobody's, and is a provider's now; it may have been changed as well. */
    ADOPTED,
    /** It was a provider's, and is nobody's now. */
    RELEASED,
    /** It was another provider's or nobody's, and was given to a provider. */
    TRANSFERRED,
    DELETED,
    /** Nothing: it was what it was to be already. Observers have nothing to follow. */
    UNCHANGED
  }

  /** What somebody can sign in with. */
  public enum Credential {
    PASSWORD
  }
}
