package io.rollcall.activity;

import io.rollcall.directory.IndexedValue;
import io.rollcall.directory.StoredResource;
import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.resource.ComparisonKey;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;

/**
 * By what name people know a resource: a user's userName, a group's displayName.
 *
 * @param type what it is
 * @param name its name
 */
record Subject(ResourceType type, String name) {

  private static final int MAX_NAME = 512;

  /** The name in a document; empty when it has none. */
  static Optional<Subject> of(ResourceType type, JsonObject document) {
    return StoredResource.uniqueAttribute(type)
        .get(document)
        .filter(JsonString.class::isInstance)
        .map(name -> new Subject(type, ((JsonString) name).getString()));
  }

  /** The name as it is shown, at most 512 characters of it. */
  String shown() {
    return Excerpt.beginning(name, MAX_NAME);
  }

  /** By what entries about the name are found, in any letter case: at most 100 characters. */
  String key() {
    var attribute = StoredResource.uniqueAttribute(type).attribute();
    return IndexedValue.head(ComparisonKey.of(attribute, name));
  }
}
