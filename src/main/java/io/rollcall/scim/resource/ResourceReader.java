package io.rollcall.scim.resource;

import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.NoteTaker;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.Schema;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the resource that a client sent with POST or PUT (RFC 7644 §3.3, §3.5.1).
 *
 * <p>What is read-only ({@code id}, {@code meta}, {@code groups}) is left out in silence, what no
 * schema defines is left out and reported: identity providers send both as a matter of course.
 * {@code schemas} is not needed to understand the rest, and often wrong, so it is not looked at.
 */
public final class ResourceReader {

  private final ResourceType type;
  private final NoteTaker notes = new NoteTaker();
  private final AttributeReader reader = new AttributeReader(notes);
  private final Map<String, JsonValue> values = new HashMap<>();
  private final List<AttributePath> untouched = new ArrayList<>();

  private ResourceReader(ResourceType type) {
    this.type = type;
  }

  /**
   * Reads a resource. What is wrong is told in the result, all at once; nothing is thrown.
   *
   * @param type its type, with the tenant's extensions
   */
  public static ReadResource read(JsonObject sent, ResourceType type) {
    var reader = new ResourceReader(type);
    sent.forEach(reader::readMember);
    var resource = reader.assembled();
    missing(resource, type).stream()
        .map(AttributePath::toString)
        .filter(path -> !reader.reader.hasViolated(path))
        .forEach(reader.reader::miss);
    return new ReadResource(
        resource, reader.reader.violations(), reader.untouched, reader.notes.notes());
  }

  /**
   * The attributes that the schemas require and the resource lacks; those of an extension only when
   * the resource has something of it.
   */
  public static List<AttributePath> missing(JsonObject resource, ResourceType type) {
    return type.attributePaths()
        .filter(path -> path.attribute().required())
        .filter(path -> !path.extension() || resource.containsKey(path.schema().id()))
        .filter(path -> path.get(resource).isEmpty())
        .toList();
  }

  private void readMember(String name, JsonValue sent) {
    if (!type.hasSchema(name)) {
      noteUrn(name);
      readAttribute(name, sent);
    } else if (sent instanceof JsonObject attributes) {
      attributes.forEach((attribute, value) -> readAttribute(name + ":" + attribute, value));
    } else if (!Unassigned.is(sent)) {
      reader.violate(
          name,
          "expected an object with its attributes, got %s. Send an object, or null."
              .formatted(Excerpt.of(sent)));
    }
  }

  /** A resource has the attributes of an extension in an object under its URN (RFC 7643 §3.3). */
  private void noteUrn(String name) {
    if (name.indexOf(':') >= 0) {
      type.resolve(name)
          .ifPresent(
              path -> notes.tolerate(path.toString(), "came as a key that begins with its URN"));
    }
  }

  private void readAttribute(String name, JsonValue sent) {
    var path = type.resolve(name).filter(resolved -> resolved.subAttribute().isEmpty());
    if (path.isEmpty()) {
      notes.ignore(name);
    } else if (!path.get().attribute().isReadOnly()) {
      read(path.get(), sent);
    }
  }

  private void read(AttributePath path, JsonValue sent) {
    var read = reader.read(path.attribute(), path.toString(), sent);
    if (read instanceof Sent.Untouched) {
      untouched.add(path);
    }
    read.value()
        .filter(value -> values.put(path.canonical(), value) != null)
        .ifPresent(
            value ->
                reader.violate(
                    path.toString(), "came twice, in different letter case. Send it once."));
  }

  private JsonObject assembled() {
    var resource = SharedJson.createObjectBuilder();
    type.attributePaths()
        .filter(path -> !path.extension())
        .forEach(
            path -> value(path).ifPresent(value -> resource.add(path.attribute().name(), value)));
    type.extensions().forEach(schema -> addExtension(resource, schema));
    return resource.build();
  }

  private void addExtension(JsonObjectBuilder resource, Schema schema) {
    var attributes = SharedJson.createObjectBuilder();
    type.attributePaths()
        .filter(path -> path.schema().equals(schema))
        .forEach(
            path -> value(path).ifPresent(value -> attributes.add(path.attribute().name(), value)));
    var built = attributes.build();
    if (!built.isEmpty()) {
      resource.add(schema.id(), built);
    }
  }

  private Optional<JsonValue> value(AttributePath path) {
    return Optional.ofNullable(values.get(path.canonical()));
  }
}
