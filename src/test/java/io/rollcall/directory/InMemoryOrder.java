package io.rollcall.directory;

import io.rollcall.directory.search.Sort;
import io.rollcall.scim.message.JsonValues;
import io.rollcall.scim.resource.ComparisonKey;
import io.rollcall.scim.schema.Attribute;
import io.rollcall.scim.schema.AttributePath;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The order of RFC 7644 §3.4.2.3, worked out from the resources themselves. */
final class InMemoryOrder {

  private InMemoryOrder() {}

  static List<String> sorted(List<String> ids, Map<String, JsonObject> resources, Sort sort) {
    Comparator<String> byKey =
        Comparator.comparing(
            id -> key(resources.get(id), sort.path()).orElse(null),
            Comparator.nullsLast(Comparator.<String>naturalOrder()));
    return ids.stream()
        .sorted((sort.descending() ? byKey.reversed() : byKey).thenComparing(id -> id))
        .toList();
  }

  private static Optional<String> key(JsonObject resource, AttributePath path) {
    var elements = path.get(resource).map(JsonValues::elements).orElse(List.of());
    var representative =
        elements.stream()
            .filter(InMemoryOrder::isPrimary)
            .findFirst()
            .or(() -> elements.stream().findFirst());
    return representative
        .flatMap(element -> part(element, path))
        .flatMap(value -> ComparisonKey.of(path.target(), value));
  }

  private static boolean isPrimary(JsonValue element) {
    return element instanceof JsonObject object
        && JsonValue.TRUE.equals(object.get(Attribute.PRIMARY));
  }

  private static Optional<JsonValue> part(JsonValue element, AttributePath path) {
    return path.subAttribute().isEmpty()
        ? Optional.of(element)
        : Optional.ofNullable(element.asJsonObject().get(path.target().name()));
  }
}
