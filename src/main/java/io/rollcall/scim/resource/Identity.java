package io.rollcall.scim.resource;

import io.rollcall.scim.schema.Attribute;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Which values of a multi-valued attribute are the same one. Those with a {@code value} are told
 * apart by it and by their {@code type} (RFC 7643 §2.4), all others by everything that they have;
 * letter case counts as the schema says.
 */
public final class Identity {

  private final Attribute attribute;

  private Identity(Attribute attribute) {
    this.attribute = attribute;
  }

  public static Identity of(Attribute attribute) {
    return new Identity(attribute);
  }

  /** What two values have in common that are the same one. */
  Object key(JsonValue element) {
    if (!(element instanceof JsonObject object)) {
      return text(attribute, element);
    }
    return significant(element)
        .<Object>map(value -> List.of(value, part(object, Attribute.TYPE)))
        .orElseGet(() -> parts(object));
  }

  /** All that it has but the mark of the preferred value, which says nothing of it. */
  private Object parts(JsonObject object) {
    return attribute.subAttributes().stream()
        .filter(sub -> !sub.name().equals(Attribute.PRIMARY))
        .map(sub -> part(object, sub))
        .toList();
  }

  /** The value, of a complex one its {@code value}, as it is compared; empty without one. */
  private Optional<String> significant(JsonValue element) {
    return element instanceof JsonObject object
        ? part(object, Attribute.VALUE)
        : Optional.of(text(attribute, element));
  }

  /** Elements by what those must have in common of which one names the other. */
  public final class Index {

    private final List<JsonValue> elements;
    private final Map<Optional<String>, List<Integer>> places = new HashMap<>();

    private final LongConsumer comparisons;

    private Index(List<JsonValue> elements, LongConsumer comparisons) {
      this.elements = elements;
      this.comparisons = comparisons;
      for (var i = 0; i < elements.size(); i++) {
        places.computeIfAbsent(significant(elements.get(i)), key -> new ArrayList<>()).add(i);
      }
    }

    /** The places of the elements that a client means who names a value so, in order. */
    public IntStream named(JsonValue sent) {
      var significant = significant(sent);
      var candidates =
          significant.isPresent()
              ? places.getOrDefault(significant, List.of()).stream().mapToInt(i -> i).toArray()
              : IntStream.range(0, elements.size()).toArray();
      comparisons.accept(candidates.length);
      return IntStream.of(candidates).filter(i -> names(sent, elements.get(i)));
    }
  }

  /**
   * Elements to look into for what a client names.
   *
   * @param comparisons is told how many elements a search looks at, before it does
   */
  public Index index(List<JsonValue> elements, LongConsumer comparisons) {
    return new Index(elements, comparisons);
  }

  /** By as much as it tells of the value. */
  private boolean names(JsonValue sent, JsonValue element) {
    if (!(sent instanceof JsonObject parts) || !(element instanceof JsonObject whole)) {
      return key(sent).equals(key(element));
    }
    return attribute.subAttributes().stream()
        .filter(sub -> parts.containsKey(sub.name()))
        .filter(sub -> !parts.containsKey(Attribute.VALUE) || identifies(sub))
        .allMatch(sub -> part(parts, sub).equals(part(whole, sub)));
  }

  private static boolean identifies(Attribute sub) {
    return sub.name().equals(Attribute.VALUE) || sub.name().equals(Attribute.TYPE);
  }

  private Optional<String> part(JsonObject object, String name) {
    return attribute.subAttribute(name).flatMap(sub -> part(object, sub));
  }

  private static Optional<String> part(JsonObject object, Attribute sub) {
    return Optional.ofNullable(object.get(sub.name())).map(value -> text(sub, value));
  }

  private static String text(Attribute attribute, JsonValue value) {
    return ComparisonKey.of(attribute, value).orElseGet(value::toString);
  }
}
