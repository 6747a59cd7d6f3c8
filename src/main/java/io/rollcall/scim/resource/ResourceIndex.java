package io.rollcall.scim.resource;

import io.rollcall.scim.message.JsonValues;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Derives from a resource what a database needs in order to answer any filter about it. */
public final class ResourceIndex {

  private ResourceIndex() {}

  /**
   * One comparable value of a resource.
   *
   * @param path the attribute or sub-attribute in its canonical form
   * @param element the place in the array; 0 for a single value
   * @param key the {@link ComparisonKey}; empty for a complex value as a whole, which is there so
   *     that it can be found and its parts be tied together
   * @param representative whether it stands for the attribute when resources are sorted: it is of
   *     the primary value, or of the first one (RFC 7644 §3.4.2.3)
   */
  public record Entry(String path, int element, String key, boolean representative) {}

  /** The entries of all attributes that a client can write. */
  public static List<Entry> entries(JsonObject resource, ResourceType type) {
    return type.attributePaths()
        .filter(path -> !path.attribute().isReadOnly())
        .flatMap(path -> entries(path, resource))
        .toList();
  }

  private static Stream<Entry> entries(AttributePath path, JsonObject resource) {
    var elements = path.get(resource).map(JsonValues::elements).orElse(List.of());
    var representative = Math.max(0, MultiValues.firstPrimary(elements));
    return IntStream.range(0, elements.size())
        .boxed()
        .flatMap(i -> entries(path, i, elements.get(i), i == representative));
  }

  private static Stream<Entry> entries(
      AttributePath path, int element, JsonValue value, boolean representative) {
    if (!(value instanceof JsonObject object)) {
      return entry(path, element, value, representative).stream();
    }
    var parts =
        path.attribute().subAttributes().stream()
            .map(path::sub)
            .filter(sub -> object.containsKey(sub.target().name()))
            .flatMap(
                sub ->
                    entry(sub, element, object.get(sub.target().name()), representative).stream());
    var whole = new Entry(path.canonical(), element, "", representative);
    return Stream.concat(Stream.of(whole), parts);
  }

  private static Optional<Entry> entry(
      AttributePath path, int element, JsonValue value, boolean representative) {
    return ComparisonKey.of(path.target(), value)
        .map(key -> new Entry(path.canonical(), element, key, representative));
  }
}
