package io.rollcall.scim.patch;

import io.rollcall.scim.filter.FilteredPath;
import io.rollcall.scim.resource.Unassigned;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Optional;

/**
 * One operation on one attribute. An operation without a path was taken apart into these when it
 * was read.
 *
 * @param kind what to do
 * @param target where
 * @param value with what; empty when none was sent, {@link JsonValue#NULL} when null was
 */
public record PatchOperation(Kind kind, FilteredPath target, Optional<JsonValue> value) {

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

  /** Whether it names values; to remove null or an empty text is to remove without saying which. */
  boolean hasValue() {
    return value.filter(v -> v instanceof JsonStructure || !Unassigned.is(v)).isPresent();
  }

  /** Whether it says by value which of several values go, of which the RFC doesn't speak. */
  boolean removesValues() {
    return kind == Kind.REMOVE
        && target.filter().isEmpty()
        && target.path().subAttribute().isEmpty()
        && target.path().attribute().multiValued()
        && hasValue();
  }

  /** The value as it was sent; JSON's null, which means the same, when none was. */
  public JsonValue valueOrJsonNull() {
    return value.orElse(JsonValue.NULL);
  }
}
