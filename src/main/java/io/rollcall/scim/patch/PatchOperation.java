package io.rollcall.scim.patch;

import io.rollcall.scim.filter.FilteredPath;
import io.rollcall.scim.resource.Sent;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Optional;

/**
 * One operation on one attribute. An operation without a path was taken apart into these when it
 * was read.
 *
 * @param kind what to do
 * @param target where
 * @param sent with what, as it was understood; empty when it removes, and names no values
 */
public record PatchOperation(Kind kind, FilteredPath target, Optional<Sent> sent) {

  /** The operations (RFC 7644 §3.5.2). */
  public enum Kind {
    ADD,
    REPLACE,
    REMOVE;

    /** The operation of that name in any letter case: Entra ID writes {@code "Add"}. */
    static Optional<Kind> of(String name) {
      for (var kind : values()) {
        if (kind.name().equalsIgnoreCase(name)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The value to store; empty when there is none. */
  public Optional<JsonValue> value() {
    return sent.flatMap(Sent::value);
  }
}
