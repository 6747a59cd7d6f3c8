package io.rollcall.provisioning;

import io.rollcall.directory.EntityTag;
import io.rollcall.directory.StoredResource;
import io.rollcall.platform.problem.Refusal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The version that a client expects a resource to have (RFC 7644 §3.14, RFC 9110 §13.1.1).
 *
 * @param ifMatch the header If-Match; empty when the client doesn't mind
 * @param ifNoneMatch the header If-None-Match; empty when the client doesn't mind
 */
public record Precondition(Optional<String> ifMatch, Optional<String> ifNoneMatch) {

  /** No condition at all. */
  public static final Precondition NONE = new Precondition(Optional.empty(), Optional.empty());

  /**
   * Checks that a resource that is to be changed has the version that the client expects.
   *
   * @throws Refusal.Stale when it has another one
   */
  public void check(StoredResource resource) {
    var tag = EntityTag.ofDocument(resource);
    requireMatch(tag);
    if (ifNoneMatch.filter(tags -> names(tags, tag::isOfDocument)).isPresent()) {
      throw new Refusal.Stale(
          "If-None-Match: %s is the version that the resource has. Leave the header out."
              .formatted(ifNoneMatch.get()));
    }
  }

  /**
   * Whether a client that reads the resource has it already (RFC 9110 §13.1.2).
   *
   * @throws Refusal.Stale when it wants another version
   */
  public boolean isKnown(EntityTag tag) {
    requireMatch(tag);
    return ifNoneMatch.filter(tags -> names(tags, tag::is)).isPresent();
  }

  /** If-Match guards the document. */
  private void requireMatch(EntityTag tag) {
    if (ifMatch.isPresent() && !names(ifMatch.get(), tag::isOfDocument)) {
      throw new Refusal.Stale(
          "If-Match: expected %s, but the version is %s. Read the resource and send the change again."
              .formatted(ifMatch.get(), tag));
    }
  }

  /** Whether one of a list of entity tags is meant; {@code *} names all. */
  private static boolean names(String entityTags, Predicate<String> isMeant) {
    return entityTags.strip().equals("*")
        || Arrays.stream(entityTags.split(",")).map(String::strip).anyMatch(isMeant);
  }
}
