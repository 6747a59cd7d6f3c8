package io.rollcall.scim.patch;

import static io.rollcall.scim.message.ScimType.NO_TARGET;

import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.filter.Filter.And;
import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.FilterEvaluator;
import io.rollcall.scim.filter.Operator;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.patch.PatchOperation.Kind;
import io.rollcall.scim.resource.AttributeReader;
import io.rollcall.scim.resource.MultiValues;
import io.rollcall.scim.resource.Values;
import io.rollcall.scim.schema.Attribute;
import io.rollcall.scim.schema.AttributePath;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One operation on a multi-valued attribute: finds the values it is about, then changes those. */
final class MultiValuePatch {

  private final PatchOperation operation;
  private final AttributePath path;
  private final Optional<Filter> filter;
  private final AttributeReader reader;

  MultiValuePatch(PatchOperation operation, AttributeReader reader) {
    this.operation = operation;
    this.path = operation.target().path();
    this.filter = operation.target().filter();
    this.reader = reader;
  }

  Optional<JsonValue> apply(Optional<JsonValue> current) {
    var elements = current.map(Values::elements).orElse(List.of());
    if (filter.isEmpty() && path.subAttribute() == null) {
      return applyToAll(elements);
    }
    return operation.kind() == Kind.REMOVE ? removeTargets(elements) : changeTargets(elements);
  }

  private Optional<JsonValue> applyToAll(List<JsonValue> elements) {
    return switch (operation.kind()) {
      case ADD -> MultiValues.changed(elements, joined(elements, readAll()));
      case REPLACE -> MultiValues.of(readAll());
      case REMOVE -> operation.value() == null ? Optional.empty() : without(elements, readAll());
    };
  }

  /** Entra ID removes by value: {@code "op": "Remove", "value": [{"value": "…"}]}. */
  private Optional<JsonValue> without(List<JsonValue> elements, List<JsonValue> removed) {
    return MultiValues.of(
        elements.stream()
            .filter(element -> removed.stream().noneMatch(value -> contains(element, value)))
            .toList());
  }

  /** A value that is there already isn't added again (RFC 7644 §3.5.2.1). */
  private static List<JsonValue> joined(List<JsonValue> elements, List<JsonValue> added) {
    var isNew =
        added.stream()
            .filter(value -> elements.stream().noneMatch(element -> contains(element, value)));
    return Stream.concat(elements.stream(), isNew).toList();
  }

  private static boolean contains(JsonValue element, JsonValue value) {
    return element instanceof JsonObject whole && value instanceof JsonObject parts
        ? whole.entrySet().containsAll(parts.entrySet())
        : element.equals(value);
  }

  private Optional<JsonValue> removeTargets(List<JsonValue> elements) {
    return MultiValues.of(
        elements.stream()
            .flatMap(element -> isTarget(element) ? removed(element) : Stream.of(element))
            .toList());
  }

  private Stream<JsonValue> removed(JsonValue element) {
    return path.subAttribute() == null ? Stream.empty() : withPart(element, Optional.empty());
  }

  private Optional<JsonValue> changeTargets(List<JsonValue> elements) {
    var value = readOne();
    if (elements.stream().noneMatch(this::isTarget)) {
      return MultiValues.changed(elements, withCreated(elements, value));
    }
    var changed = elements.stream().map(e -> isTarget(e) ? changed(e, value) : Stream.of(e));
    return inPlace(elements, changed.map(Stream::toList).toList());
  }

  /** Values keep their places while the primary one is settled, so that the changed one wins. */
  private static Optional<JsonValue> inPlace(List<JsonValue> before, List<List<JsonValue>> after) {
    var kept = new ArrayList<JsonValue>();
    var counterparts = new ArrayList<JsonValue>();
    for (var i = 0; i < after.size(); i++) {
      if (!after.get(i).isEmpty()) {
        kept.add(after.get(i).get(0));
        counterparts.add(before.get(i));
      }
    }
    return MultiValues.changed(counterparts, kept);
  }

  private Stream<JsonValue> changed(JsonValue element, Optional<JsonValue> value) {
    if (path.subAttribute() != null) {
      return withPart(element, value);
    }
    return operation.kind() == Kind.ADD
        ? value
            .<JsonValue>map(p -> Values.merged(element.asJsonObject(), p.asJsonObject()))
            .stream()
        : value.stream();
  }

  /**
   * Entra ID sets {@code phoneNumbers[type eq "mobile"].value} whether there is such a number or
   * not, so a filter that says exactly what the value would be creates it. RFC 7644 §3.5.2.3 asks
   * for {@code noTarget} otherwise.
   */
  private List<JsonValue> withCreated(List<JsonValue> elements, Optional<JsonValue> value) {
    var isPart = path.subAttribute() != null;
    var template =
        filter.isEmpty()
            ? Optional.of(JsonValue.EMPTY_JSON_OBJECT)
            : filter.filter(f -> isPart || operation.kind() == Kind.ADD).flatMap(this::described);
    if (template.isEmpty()) {
      throw new ScimException(
          NO_TARGET,
          "%s: no value matches the filter. Add the value first, or use a filter with eq alone."
              .formatted(path.attribute().name()));
    }
    var created =
        value.<JsonValue>map(
            present ->
                isPart
                    ? Values.with(template.get(), path.subAttribute().name(), value)
                    : Values.merged(template.get(), present.asJsonObject()));
    return Stream.concat(elements.stream(), created.stream()).toList();
  }

  /** The value that the filter describes, if it is made of {@code eq} and {@code and} alone. */
  private Optional<JsonObject> described(Filter part) {
    if (part instanceof And and) {
      return described(and.left())
          .flatMap(left -> described(and.right()).map(right -> Values.merged(left, right)));
    }
    if (part instanceof Compare compare && compare.operator() == Operator.EQ) {
      var sub = compare.path().subAttribute();
      return reader
          .readOne(sub, compare.path().toString(), compare.literal())
          .map(value -> Values.with(JsonValue.EMPTY_JSON_OBJECT, sub.name(), Optional.of(value)));
    }
    return Optional.empty();
  }

  /** An element that lost its {@code value} says nothing any more and goes. */
  private Stream<JsonValue> withPart(JsonValue element, Optional<JsonValue> value) {
    var name = path.subAttribute().name();
    var changed = Values.with(element.asJsonObject(), name, value);
    var isGone = changed.isEmpty() || value.isEmpty() && name.equals(Attribute.VALUE);
    return isGone ? Stream.empty() : Stream.of(changed);
  }

  private boolean isTarget(JsonValue element) {
    return filter.map(f -> FilterEvaluator.matchesElement(f, element)).orElse(true);
  }

  private List<JsonValue> readAll() {
    var value = reader.read(path.attribute(), path.toString(), operation.valueOrNull());
    reader.refuseViolations();
    return value.map(Values::elements).orElse(List.of());
  }

  private Optional<JsonValue> readOne() {
    var sent = operation.valueOrNull();
    var value =
        path.subAttribute() == null
            ? Values.elements(sent).stream()
                .findFirst()
                .flatMap(one -> reader.readOne(path.attribute(), path.toString(), one))
            : reader.read(path.subAttribute(), path.toString(), sent);
    reader.refuseViolations();
    return value;
  }
}
