package io.rollcall.activity;

import io.rollcall.directory.IndexedValue;
import io.rollcall.directory.StoredResource;
import io.rollcall.directory.User;
import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.resource.CaseFolding;
import io.rollcall.scim.resource.ResourceIndex;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By what names people know a resource, and look for it. */
public final class Names {

  private static final int MAX_SHOWN = 512;

  private Names() {}

  /** The name that a resource is shown by: a user's userName, a group's displayName. */
  static Optional<String> of(ResourceType type, JsonObject document) {
    return StoredResource.uniqueAttribute(type)
        .get(document)
        .filter(JsonString.class::isInstance)
        .map(name -> ((JsonString) name).getString());
  }

  /** The name that a resource is shown by. */
  public static String of(StoredResource resource) {
    return of(resource.type(), resource.document()).map(Names::shown).orElse(resource.id());
  }

  /** The name as it is shown, at most 512 characters of it, and no token if it is one. */
  public static String shown(String name) {
    return Excerpt.beginning(Redaction.withoutTokens(name), MAX_SHOWN);
  }

  /** By what a name is found, in any letter case: at most 100 characters. */
  public static String key(String name) {
    return IndexedValue.head(CaseFolding.fold(name.strip()));
  }

  /** The keys of all names that a document has. */
  static Set<String> keys(ResourceType type, JsonObject document) {
    var paths = paths(type).map(AttributePath::canonical).toList();
    return ResourceIndex.entries(document, type).stream()
        .filter(entry -> paths.contains(entry.path()) && !entry.key().isEmpty())
        .map(entry -> key(entry.key()))
        .collect(Collectors.toSet());
  }

  /** Whether two states of a resource have different names. */
  static boolean differ(ResourceType type, JsonObject before, JsonObject after) {
    return paths(type).anyMatch(path -> !path.get(before).equals(path.get(after)));
  }

  private static Stream<AttributePath> paths(ResourceType type) {
    return Stream.concat(Stream.of(StoredResource.uniqueAttribute(type)), knownBy(type).stream())
        .distinct();
  }

  private static List<AttributePath> knownBy(ResourceType type) {
    return type.is(ResourceType.USER) ? User.knownBy() : List.of();
  }
}
