package io.rollcall.scim.resource;

import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.schema.Attribute;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.Returned;
import io.rollcall.scim.schema.Schema;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which attributes of a resource an answer has: what the client asks for by {@code attributes} and
 * {@code excludedAttributes} (RFC 7644 §3.9), within what the schemas allow by {@code returned}.
 * Names that no schema defines are ignored, for discovery and clients differ in what they know.
 */
public final class Projection {

  private final ResourceType type;
  private final Set<String> requested;
  private final Set<String> excluded;
  private final boolean isWhole;

  private Projection(ResourceType type, Set<String> requested, Set<String> excluded) {
    this.type = type;
    this.requested = requested;
    this.excluded = excluded;
    this.isWhole = requested.isEmpty() && excluded.isEmpty() && !type.keepsBack();
  }

  /**
   * Reads the two parameters.
   *
   * @param attributes names joined by commas, or null
   * @param excludedAttributes names joined by commas, or null
   * @throws ScimException {@code invalidValue} when both have names: they exclude each other
   */
  public static Projection of(ResourceType type, String attributes, String excludedAttributes) {
    var requested = paths(type, attributes);
    var excluded = paths(type, excludedAttributes);
    if (!requested.isEmpty() && !excluded.isEmpty()) {
      throw new ScimException(
          ScimType.INVALID_VALUE,
          "excludedAttributes: can't go with attributes. Send one of them.");
    }
    return new Projection(type, requested, excluded);
  }

  /** Whether the answer has the attribute, so that it must be read at all. */
  public boolean includes(AttributePath path) {
    return switch (path.attribute().returned()) {
      case always -> true;
      case never -> false;
      case byDefault -> !names(excluded, path) && (requested.isEmpty() || asksFor(path));
      case request -> !names(excluded, path) && asksFor(path);
    };
  }

  /** Whether the answer has all that a resource can have but for what no answer ever has. */
  public boolean isWhole() {
    return isWhole;
  }

  /** The resource with the attributes of the answer. */
  public JsonObject apply(JsonObject resource) {
    var answer = SharedJson.createObjectBuilder();
    resource.forEach(
        (name, value) ->
            type.extension(name)
                .map(schema -> extension(schema.id(), (JsonObject) value))
                .orElseGet(() -> type.resolve(name).flatMap(path -> projected(path, value)))
                .ifPresent(projected -> answer.add(name, projected)));
    return answer.build();
  }

  /** One value of a complex attribute that the answer has; empty when nothing of it is left. */
  public Optional<JsonObject> element(AttributePath path, JsonObject value) {
    return Optional.of(partsOf(path, value)).filter(parts -> !parts.isEmpty());
  }

  private Optional<JsonValue> extension(String uri, JsonObject attributes) {
    var answer = SharedJson.createObjectBuilder();
    attributes.forEach(
        (name, value) ->
            type.resolve(uri + ":" + name)
                .flatMap(path -> projected(path, value))
                .ifPresent(projected -> answer.add(name, projected)));
    return Optional.<JsonValue>of(answer.build()).filter(value -> !Unassigned.is(value));
  }

  private Optional<JsonValue> projected(AttributePath path, JsonValue value) {
    if (!includes(path)) {
      return Optional.empty();
    }
    return path.attribute().isComplex()
        ? Optional.of(parts(path, value)).filter(parts -> !Unassigned.is(parts))
        : Optional.of(value);
  }

  private JsonValue parts(AttributePath path, JsonValue value) {
    if (value instanceof JsonArray array) {
      var elements = SharedJson.createArrayBuilder();
      array.forEach(element -> elements.add(parts(path, element)));
      return elements.build();
    }
    return partsOf(path, (JsonObject) value);
  }

  private JsonObject partsOf(AttributePath path, JsonObject value) {
    var answer = SharedJson.createObjectBuilder();
    value.forEach(
        (name, part) ->
            path.attribute()
                .subAttribute(name)
                .filter(sub -> includesPart(path, sub))
                .ifPresent(sub -> answer.add(name, part)));
    return answer.build();
  }

  private boolean includesPart(AttributePath path, Attribute sub) {
    if (sub.returned() == Returned.always || sub.isHidden()) {
      return !sub.isHidden();
    }
    var name = path.sub(sub).canonical();
    return !excluded.contains(name)
        && (requested.contains(name)
            || sub.returned() != Returned.request
                && (requested.isEmpty() || names(requested, path)));
  }

  private boolean asksFor(AttributePath path) {
    return names(requested, path)
        || path.attribute().subAttributes().stream()
            .anyMatch(sub -> requested.contains(path.sub(sub).canonical()));
  }

  private static boolean names(Set<String> names, AttributePath path) {
    return names.contains(path.canonical())
        || path.extension() && names.contains(path.schema().id());
  }

  private static Set<String> paths(ResourceType type, String names) {
    var paths = new HashSet<String>();
    if (names != null) {
      Arrays.stream(names.split(","))
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .forEach(name -> paths.add(canonical(type, name)));
    }
    return paths;
  }

  /** An unknown name stays as it is: it matches nothing, yet somebody asked for something. */
  private static String canonical(ResourceType type, String name) {
    return type.extension(name)
        .map(Schema::id)
        .or(() -> type.resolve(name).map(AttributePath::canonical))
        .orElse(name);
  }
}
