package io.rollcall.directory;

import io.rollcall.platform.actor.Actor;
import java.util.Optional;

/**
 * Who wrote something of a resource. It stands with the resource, since the log of activity doesn't
 * last as long.
 *
 * @param kind what it came with
 * @param id which one of these it was; never a secret
 * @param providerId the SSO provider that it stood for, which may be gone; empty when it stood for
 *     none
 */
public record Author(Actor.Kind kind, String id, Optional<String> providerId) {

  private static final String SEPARATOR = " ";
  private static final int PARTS = 3;

  static Author of(Actor actor) {
    return new Author(actor.kind(), actor.id(), actor.providerId());
  }

  /** Reads what {@link #text} wrote. */
  static Author parse(String text) {
    var parts = text.split(SEPARATOR);
    return new Author(
        Actor.Kind.valueOf(parts[0]),
        parts[1],
        parts.length == PARTS ? Optional.of(parts[2]) : Optional.empty());
  }

  /** As it is stored: none of its parts has a blank. */
  String text() {
    return kind.name() + SEPARATOR + id + providerId.map(SEPARATOR::concat).orElse("");
  }
}
