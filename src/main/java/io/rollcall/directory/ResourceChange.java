package io.rollcall.directory;

import io.rollcall.access.Actor;
import io.rollcall.scim.message.Notes;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Set;

/**
 * An event: what one request did to one resource. It is fired within the transaction that does it;
 * an observer that throws undoes it.
 *
 * @param actor who did it
 * @param at when
 * @param resource to which resource
 * @param version the version that the resource has since; the last one it had if it is gone
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
        Kind.CHANGED,
        before,
        after,
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
    DELETED,
    /** What was asked for was there already: it has the version that it had. */
    UNCHANGED
  }

  /** What somebody can sign in with. */
  public enum Credential {
    PASSWORD
  }
}
