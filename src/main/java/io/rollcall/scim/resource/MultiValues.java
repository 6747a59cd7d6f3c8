package io.rollcall.scim.resource;

import io.rollcall.scim.message.JsonValues;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.schema.Attribute;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The rules that hold for all values of a multi-valued attribute together (RFC 7643 §2.4). */
public final class MultiValues {

  private MultiValues() {}

  /**
   * The attribute's value; empty when there are no elements. The first primary one stays so, and of
   * several that are the same one is left, with what any of them says.
   */
  public static Optional<JsonValue> of(Attribute attribute, List<JsonValue> elements) {
    return assembled(attribute, elements, firstPrimary(elements));
  }

  /**
   * The attribute's value after elements were changed or added: among several primary ones, the
   * changed one is primary (RFC 7644 §3.5.2).
   *
   * @param before the elements as they were, each at its place; added ones come after them
   */
  public static Optional<JsonValue> changed(
      Attribute attribute, List<JsonValue> before, List<JsonValue> after) {
    var newlyPrimary =
        IntStream.range(0, after.size())
            .filter(i -> isPrimary(after.get(i)))
            .filter(i -> i >= before.size() || !isPrimary(before.get(i)))
            .findFirst();
    return assembled(attribute, after, newlyPrimary.orElse(firstPrimary(after)));
  }

  /** The place of the first primary element; -1 if there is none. */
  public static int firstPrimary(List<JsonValue> elements) {
    return IntStream.range(0, elements.size())
        .filter(i -> isPrimary(elements.get(i)))
        .findFirst()
        .orElse(-1);
  }

  static boolean haveSeveralPrimary(List<JsonValue> elements) {
    return elements.stream().filter(MultiValues::isPrimary).limit(2).count() > 1;
  }

  private static Optional<JsonValue> assembled(
      Attribute attribute, List<JsonValue> elements, int primary) {
    if (elements.isEmpty()) {
      return Optional.empty();
    }
    var values = new ArrayList<>(elements);
    for (var i = 0; i < values.size(); i++) {
      if (i != primary && isPrimary(values.get(i))) {
        values.set(i, withPrimary((JsonObject) values.get(i), JsonValue.FALSE));
      }
    }
    return Optional.of(SharedJson.createArrayBuilder(distinct(attribute, values)).build());
  }

  private static List<JsonValue> distinct(Attribute attribute, List<JsonValue> elements) {
    var identity = Identity.of(attribute);
    var distinct = new LinkedHashMap<Object, JsonValue>();
    elements.forEach(e -> distinct.merge(identity.key(e), e, MultiValues::joined));
    return List.copyOf(distinct.values());
  }

  /** One element in the place of two that are the same; the later one says more. */
  private static JsonValue joined(JsonValue earlier, JsonValue later) {
    if (!(earlier instanceof JsonObject) || !(later instanceof JsonObject)) {
      return later;
    }
    var joined = JsonValues.merged(earlier.asJsonObject(), later.asJsonObject());
    return isPrimary(earlier) ? withPrimary(joined, JsonValue.TRUE) : joined;
  }

  private static boolean isPrimary(JsonValue element) {
    return element instanceof JsonObject object
        && JsonValue.TRUE.equals(object.get(Attribute.PRIMARY));
  }

  private static JsonObject withPrimary(JsonObject element, JsonValue primary) {
    return JsonValues.with(element, Attribute.PRIMARY, Optional.of(primary));
  }
}
