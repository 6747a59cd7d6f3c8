package io.rollcall.scim.resource;

import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a client's value for an attribute means, once it was held against the definition. */
public sealed interface Sent {

  /** The value to store: empty when there is none, for whatever reason. */
  default Optional<JsonValue> value() {
    return Optional.empty();
  }

  /** What is left of it where nothing may be taken away. */
  default Sent withoutRemovals() {
    return this;
  }

  /** A simple value, or all values of a list; never empty. */
  record Whole(JsonValue whole) implements Sent {
    @Override
    public Optional<JsonValue> value() {
      return Optional.of(whole);
    }
  }

  /**
   * The parts of a complex value.
   *
   * @param byName those that came, under the schema's names; empty where one shall have no value
   */
  record Parts(Map<String, Optional<JsonValue>> byName) implements Sent {
    @Override
    public Optional<JsonValue> value() {
      var object = SharedJson.createObjectBuilder();
      byName.forEach((name, part) -> part.ifPresent(value -> object.add(name, value)));
      return Optional.<JsonValue>of(object.build()).filter(built -> !Unassigned.is(built));
    }

    @Override
    public Sent withoutRemovals() {
      var assigned = new LinkedHashMap<>(byName);
      assigned.values().removeIf(Optional::isEmpty);
      return assigned.isEmpty() ? new Untouched() : new Parts(assigned);
    }
  }

  /** The attribute shall have no value (RFC 7643 §2.5). */
  record None() implements Sent {
    @Override
    public Sent withoutRemovals() {
      return new Untouched();
    }
  }

  /** The attribute stays as it is: only parts came that a client can't write. */
  record Untouched() implements Sent {}

  /** It can't be understood; the reader has noted why. */
  record Wrong() implements Sent {}
}
