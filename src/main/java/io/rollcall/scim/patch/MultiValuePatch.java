package io.rollcall.scim.patch;

import static io.rollcall.scim.message.ScimType.NO_TARGET;

import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.filter.Filter.And;
import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.FilterEvaluator;
import io.rollcall.scim.filter.Operator;
import io.rollcall.scim.message.JsonValues;
import io.rollcall.scim.message.NoteTaker;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.patch.PatchOperation.Kind;
import io.rollcall.scim.resource.AttributeReader;
import io.rollcall.scim.resource.Identity;
import io.rollcall.scim.resource.MultiValues;
import io.rollcall.scim.schema.Attribute;
import io.rollcall.scim.schema.AttributePath;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One operation on a multi-valued attribute: finds the values it is about, then changes those. */
final class MultiValuePatch {

  private final PatchOperation operation;
  private final AttributePath path;
  private final Attribute attribute;
  private final Optional<Filter> filter;
  private final WorkBudget budget;
  private final NoteTaker notes;
  private final Identity identity;

  MultiValuePatch(PatchOperation operation, WorkBudget budget, NoteTaker notes) {
    this.operation = operation;
    this.path = operation.target().path();
    this.attribute = path.attribute();
    this.filter = operation.target().filter();
    this.budget = budget;
    this.notes = notes;
    this.identity = Identity.of(attribute);
  }

  Optional<JsonValue> apply(Optional<JsonValue> current) {
    var elements = current.map(JsonValues::elements).orElse(List.of());
    var terms = filter.map(f -> f.paths().count()).orElse(0L);
    budget.spend(elements.size() * (1 + terms));
    if (filter.isEmpty() && path.subAttribute().isEmpty()) {
      return applyToAll(elements);
    }
    return operation.kind() == Kind.REMOVE ? removeTargets(elements) : changeTargets(elements);
  }

  private Optional<JsonValue> applyToAll(List<JsonValue> elements) {
    return switch (operation.kind()) {
      case ADD -> MultiValues.changed(attribute, elements, joined(elements, values()));
      case REPLACE -> MultiValues.of(attribute, values());
      case REMOVE -> operation.sent().isPresent() ? without(elements, values()) : Optional.empty();
    };
  }

  /** Entra ID removes by value: {@code "op": "Remove", "value": [{"value": "…"}]}. */
  private Optional<JsonValue> without(List<JsonValue> elements, List<JsonValue> removed) {
    var index = identity.index(elements, budget::spend);
    var gone = removed.stream().flatMapToInt(index::named).boxed().collect(Collectors.toSet());
    return MultiValues.of(
        attribute,
        IntStream.range(0, elements.size())
            .filter(place -> !gone.contains(place))
            .mapToObj(elements::get)
            .toList());
  }

  /** A value that is there already isn't added again (RFC 7644 §3.5.2.1): it is told more of. */
  private List<JsonValue> joined(List<JsonValue> elements, List<JsonValue> added) {
    var index = identity.index(elements, budget::spend);
    var joined = new ArrayList<>(elements);
    for (var value : added) {
      index
          .named(value)
          .findFirst()
          .ifPresentOrElse(
              place -> joined.set(place, told(joined.get(place), value)), () -> joined.add(value));
    }
    return joined;
  }

  private static JsonValue told(JsonValue element, JsonValue more) {
    return element instanceof JsonObject whole && more instanceof JsonObject parts
        ? JsonValues.merged(whole, parts)
        : more;
  }

  private Optional<JsonValue> removeTargets(List<JsonValue> elements) {
    return MultiValues.of(
        attribute,
        elements.stream()
            .flatMap(element -> isTarget(element) ? removed(element) : Stream.of(element))
            .toList());
  }

  private Stream<JsonValue> removed(JsonValue element) {
    return path.subAttribute().isEmpty() ? Stream.empty() : withPart(element, Optional.empty());
  }

  private Optional<JsonValue> changeTargets(List<JsonValue> elements) {
    var value = operation.value();
    if (elements.stream().noneMatch(this::isTarget)) {
      return MultiValues.changed(attribute, elements, withCreated(elements, value));
    }
    if (value.isEmpty() && operation.kind() == Kind.ADD) {
      return MultiValues.of(attribute, elements);
    }
    var changed = elements.stream().map(e -> isTarget(e) ? changed(e, value) : Stream.of(e));
    return inPlace(elements, changed.map(Stream::toList).toList());
  }

  /** Values keep their places while the primary one is settled, so that the changed one wins. */
  private Optional<JsonValue> inPlace(List<JsonValue> before, List<List<JsonValue>> after) {
    var kept = new ArrayList<JsonValue>();
    var counterparts = new ArrayList<JsonValue>();
    for (var i = 0; i < after.size(); i++) {
      if (!after.get(i).isEmpty()) {
        kept.add(after.get(i).get(0));
        counterparts.add(before.get(i));
      }
    }
    return MultiValues.changed(attribute, counterparts, kept);
  }

  private Stream<JsonValue> changed(JsonValue element, Optional<JsonValue> value) {
    if (path.subAttribute().isPresent()) {
      return withPart(element, value);
    }
    return operation.kind() == Kind.ADD
        ? value.map(more -> told(element, more)).stream()
        : value.stream();
  }

  /**
   * Entra ID sets {@code phoneNumbers[type eq "mobile"].value} whether there is such a number or
   * not, so a filter that says exactly what the value would be creates it. RFC 7644 §3.5.2.3 asks
   * for {@code noTarget} otherwise.
   */
  private List<JsonValue> withCreated(List<JsonValue> elements, Optional<JsonValue> value) {
    var template = template();
    if (template.isEmpty()) {
      throw ScimException.at(
          attribute.name(),
          NO_TARGET,
          "no value matches the filter. Add the value first, or use a filter with eq alone.");
    }
    if (filter.isPresent() && value.isPresent()) {
      notes.tolerate(path.toString(), "no value matched the filter, so one was made of it");
    }
    return joined(
        elements, value.map(present -> created(template.get(), present)).stream().toList());
  }

  private JsonValue created(JsonObject template, JsonValue value) {
    return path.subAttribute().isEmpty()
        ? told(template, value)
        : JsonValues.with(template, path.target().name(), Optional.of(value));
  }

  /** What a value begins as that is made because no other one is meant. */
  private Optional<JsonObject> template() {
    if (filter.isEmpty()) {
      return Optional.of(JsonValue.EMPTY_JSON_OBJECT);
    }
    return filter
        .filter(f -> path.subAttribute().isPresent() || operation.kind() == Kind.ADD)
        .flatMap(this::described);
  }

  /** The value that the filter describes, if it is made of {@code eq} and {@code and} alone. */
  private Optional<JsonObject> described(Filter part) {
    if (part instanceof And and) {
      return described(and.left())
          .flatMap(left -> described(and.right()).map(right -> JsonValues.merged(left, right)));
    }
    if (!(part instanceof Compare compare) || compare.operator() != Operator.EQ) {
      return Optional.empty();
    }
    var sub = compare.path().target();
    return compare.path().subAttribute().isEmpty()
        ? Optional.of(JsonValue.EMPTY_JSON_OBJECT)
        : new AttributeReader()
            .read(sub, compare.path().toString(), compare.literal())
            .value()
            .map(
                value ->
                    JsonValues.with(JsonValue.EMPTY_JSON_OBJECT, sub.name(), Optional.of(value)));
  }

  /** An element that lost its {@code value} says nothing any more and goes. */
  private Stream<JsonValue> withPart(JsonValue element, Optional<JsonValue> value) {
    var name = path.target().name();
    var changed = JsonValues.with(element.asJsonObject(), name, value);
    var isGone = changed.isEmpty() || value.isEmpty() && name.equals(Attribute.VALUE);
    return isGone ? Stream.empty() : Stream.of(changed);
  }

  private boolean isTarget(JsonValue element) {
    return filter.map(f -> FilterEvaluator.matchesElement(f, element)).orElse(true);
  }

  private List<JsonValue> values() {
    return operation.value().map(JsonValues::elements).orElse(List.of());
  }
}
