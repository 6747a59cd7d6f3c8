package io.rollcall.directory;

import io.rollcall.scim.message.ScimException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The version that a client expects a resource to have (RFC 7644 §3.14, RFC 9110 §13.1.1).
 *
 * @param ifMatch the header If-Match; empty when the client doesn't mind
 */
public record Precondition(Optional<String> ifMatch) {

  /** Refuses with 412 a resource that has another version. */
  void check(StoredResource resource) {
    if (ifMatch.isPresent() && !matches(ifMatch.get(), resource.entityTag())) {
      throw new ScimException(
          412,
          "If-Match: expected %s, but the version is %s. Read the resource and send the change again."
              .formatted(ifMatch.get(), resource.entityTag()));
    }
  }

  /** Whether a list of entity tags names this one; {@code *} names all. */
  public static boolean matches(String entityTags, String entityTag) {
    return Arrays.stream(entityTags.split(","))
        .map(String::strip)
        .anyMatch(tag -> tag.equals("*") || opaque(tag).equals(opaque(entityTag)));
  }

  /** Versions are compared weakly: a client may leave out the W/ that it was given. */
  private static String opaque(String entityTag) {
    return entityTag.startsWith("W/") ? entityTag.substring(2) : entityTag;
  }
}
