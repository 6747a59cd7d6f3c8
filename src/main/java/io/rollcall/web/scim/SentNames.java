package io.rollcall.web.scim;

import io.rollcall.directory.StoredResource;
import io.rollcall.directory.User;
import io.rollcall.scim.message.JsonValues;
import io.rollcall.scim.message.StorableText;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By what names a resource that was sent is known, whether it can be read or not.
 *
 * @param subject the one that is shown; empty when it has none
 * @param all those by which somebody may look for it, at most ten
 */
record SentNames(Optional<String> subject, List<String> all) {

  static final SentNames NONE = new SentNames(Optional.empty(), List.of());

  private static final int MOST = 10;

  static SentNames of(JsonObject sent, ResourceType type) {
    var all = paths(type).flatMap(path -> texts(sent, path)).distinct().limit(MOST).toList();
    return new SentNames(all.stream().findFirst(), all);
  }

  private static Stream<AttributePath> paths(ResourceType type) {
    return type.is(ResourceType.USER)
        ? User.knownBy().stream()
        : Stream.of(StoredResource.uniqueAttribute(type), StoredResource.EXTERNAL_ID);
  }

  private static Stream<String> texts(JsonObject sent, AttributePath path) {
    return JsonValues.member(sent, path.attribute().name()).stream()
        .flatMap(value -> JsonValues.elements(value).stream())
        .flatMap(element -> part(element, path).stream())
        .filter(JsonString.class::isInstance)
        .map(text -> ((JsonString) text).getString().strip())
        .filter(text -> !text.isEmpty() && StorableText.is(text));
  }

  /** The part of an element that the path names; a text is that by itself. */
  private static Optional<JsonValue> part(JsonValue element, AttributePath path) {
    return element instanceof JsonObject object
        ? path.subAttribute().flatMap(sub -> JsonValues.member(object, sub.name()))
        : Optional.of(element);
  }
}
