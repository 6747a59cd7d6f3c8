package io.rollcall.scim.resource;

import static io.rollcall.scim.message.ScimType.MUTABILITY;

import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.Mutability;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/** Attributes that keep their first value (RFC 7643 §2.2, {@code immutable}). */
public final class Immutables {

  private Immutables() {}

  /**
   * Checks that a change leaves them alone.
   *
   * @throws ScimException {@code mutability} with the first that would change
   */
  public static void check(JsonObject before, JsonObject after, ResourceType type) {
    paths(type)
        .filter(path -> value(path, before).isPresent())
        .filter(path -> !value(path, before).equals(value(path, after)))
        .findFirst()
        .ifPresent(
            path -> {
              throw ScimException.at(
                  path,
                  MUTABILITY,
                  "can't change once it has a value. Send the same value, or leave it out.");
            });
  }

  /** The paths of single values; of the values of a list none can be told to have changed. */
  private static Stream<AttributePath> paths(ResourceType type) {
    return type.attributePaths()
        .flatMap(
            path ->
                path.attribute().isComplex() && !path.attribute().multiValued()
                    ? Stream.concat(
                        Stream.of(path), path.attribute().subAttributes().stream().map(path::sub))
                    : Stream.of(path))
        .filter(path -> path.target().mutability() == Mutability.immutable);
  }

  private static Optional<JsonValue> value(AttributePath path, JsonObject resource) {
    var whole = path.get(resource);
    return path.subAttribute().isEmpty()
        ? whole
        : whole.map(object -> object.asJsonObject().get(path.target().name()));
  }

  /** The resource with those that were left out as they were. */
  public static JsonObject keep(JsonObject after, JsonObject before, ResourceType type) {
    var kept = after;
    for (var path :
        type.attributePaths()
            .filter(p -> p.attribute().mutability() == Mutability.immutable)
            .toList()) {
      if (path.get(kept).isEmpty() && path.get(before).isPresent()) {
        kept = path.with(kept, path.get(before));
      }
    }
    return kept;
  }
}
