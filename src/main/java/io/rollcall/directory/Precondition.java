package io.rollcall.directory;

import io.rollcall.scim.message.ScimException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The version that a client expects a resource to have (RFC 7644 §3.14, RFC 9110 §13.1.1).
 *
 * @param ifMatch the header If-Match; empty when the client doesn't mind
 * @param ifNoneMatch the header If-None-Match; empty when the client doesn't mind
 */
public record Precondition(Optional<String> ifMatch, Optional<String> ifNoneMatch) {

  /** No condition at all. */
  public static final Precondition NONE = new Precondition(Optional.empty(), Optional.empty());

  /** Refuses with 412 a resource that has another version. */
  void check(StoredResource resource) {
    if (ifMatch.isPresent() && !matches(ifMatch.get(), resource.entityTag())) {
      throw new ScimException(
          412,
          "If-Match: expected %s, but the version is %s. Read the resource and send the change again."
              .formatted(ifMatch.get(), resource.entityTag()));
    }
    if (isExcluded(resource)) {
      throw new ScimException(
          412,
          "If-None-Match: %s is the version that the resource has. Leave the header out."
              .formatted(ifNoneMatch.get()));
    }
  }

  /**
   * Whether a client that reads the resource has it already (RFC 9110 §13.1.2).
   *
   * @throws ScimException 412 when it wants another version
   */
  public boolean isKnown(StoredResource resource) {
    new Precondition(ifMatch, Optional.empty()).check(resource);
    return isExcluded(resource);
  }

  private boolean isExcluded(StoredResource resource) {
    return ifNoneMatch.filter(tags -> matches(tags, resource.entityTag())).isPresent();
  }

  /** Whether a list of entity tags names this one; {@code *} names all. */
  private static boolean matches(String entityTags, String entityTag) {
    return Arrays.stream(entityTags.split(","))
        .map(String::strip)
        .anyMatch(tag -> tag.equals("*") || opaque(tag).equals(opaque(entityTag)));
  }

  /** Versions are compared weakly: a client may leave out the W/ that it was given. */
  private static String opaque(String entityTag) {
    return entityTag.startsWith("W/") ? entityTag.substring(2) : entityTag;
  }
}
