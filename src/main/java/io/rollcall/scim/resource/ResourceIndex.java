package io.rollcall.scim.resource;

import io.rollcall.scim.message.JsonValues;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  /**
   * What becomes of the entries when a resource changes.
   *
   * @param gone those of before that aren't among those of after
   * @param come those of after that weren't among those of before
   */
  public record Difference(Set<Entry> gone, Set<Entry> come) {

    /** Whether there are more entries than before. */
    public boolean isGrowth() {
      return come.size() > gone.size();
    }
  }

  /** The entries of all attributes that a client can write. */
  public static List<Entry> entries(JsonObject resource, ResourceType type) {
    return indexed(type).flatMap(path -> entries(path, resource)).toList();
  }

  /** The entries in which two states of a resource differ; what both have alike isn't looked at. */
  public static Difference difference(JsonObject before, JsonObject after, ResourceType type) {
    var changed = indexed(type).filter(path -> !path.get(before).equals(path.get(after))).toList();
    var old = entries(changed, before);
    var current = entries(changed, after);
    return new Difference(without(old, current), without(current, old));
  }

  private static Stream<AttributePath> indexed(ResourceType type) {
    return type.attributePaths().filter(path -> !path.attribute().isReadOnly());
  }

  private static Set<Entry> entries(List<AttributePath> paths, JsonObject resource) {
    return paths.stream()
        .flatMap(path -> entries(path, resource))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<Entry> without(Set<Entry> entries, Set<Entry> others) {
    return entries.stream()
        .filter(entry -> !others.contains(entry))
        .collect(Collectors.toUnmodifiableSet());
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
