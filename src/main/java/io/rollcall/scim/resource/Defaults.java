package io.rollcall.scim.resource;

import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonObject;

/** Attributes that always have a value: a new resource gets the schema's, if none came. */
public final class Defaults {

  private Defaults() {}

  /**
   * The resource with those that it lacks: as they were, else the schema's. That nobody mentions
   * {@code active}, or that somebody removes it, doesn't let a user in again.
   *
   * @param before the resource as it was; empty for a new one
   */
  public static JsonObject filled(JsonObject resource, JsonObject before, ResourceType type) {
    var filled = resource;
    for (var path : lacking(resource, type)) {
      var former = path.get(before);
      filled = path.with(filled, former.or(() -> path.attribute().defaultValue()));
    }
    return filled;
  }

  private static Iterable<AttributePath> lacking(JsonObject resource, ResourceType type) {
    return type.attributePaths()
        .filter(path -> path.attribute().defaultValue().isPresent())
        .filter(path -> path.get(resource).isEmpty())
        .toList();
  }
}
