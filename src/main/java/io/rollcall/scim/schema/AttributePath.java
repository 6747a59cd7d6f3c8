package io.rollcall.scim.schema;

import io.rollcall.scim.message.JsonValues;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * A resolved attribute name such as {@code userName}, {@code name.givenName} or {@code
 * urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value} (RFC 7644 §3.10).
 *
 * @param schema the schema that defines the attribute
 * @param extension whether the value lies in an object under the schema's URN
 * @param attribute the attribute
 * @param subAttribute its part; empty when the whole attribute is meant
 */
public record AttributePath(
    Schema schema, boolean extension, Attribute attribute, Optional<Attribute> subAttribute) {

  /** The definition that the path ends at. */
  public Attribute target() {
    return subAttribute.orElse(attribute);
  }

  /** Whether no answer ever has it, nor the attribute that it is a part of (RFC 7643 §7). */
  public boolean isHidden() {
    return attribute.isHidden() || target().isHidden();
  }

  public AttributePath sub(Attribute sub) {
    return new AttributePath(schema, extension, attribute, Optional.of(sub));
  }

  /**
   * The path of a part by its name in any letter case: a sub-attribute. Of a list of simple values
   * {@code value} is each of them (RFC 7643 §2.4).
   */
  public Optional<AttributePath> part(String name) {
    return attribute.multiValued() && !attribute.isComplex()
        ? Optional.of(this).filter(path -> name.equalsIgnoreCase(Attribute.VALUE))
        : attribute.subAttribute(name).map(this::sub);
  }

  public AttributePath whole() {
    return new AttributePath(schema, extension, attribute, Optional.empty());
  }

  /** Whether both paths lead to one attribute, or to parts of it. */
  public boolean isOfSame(AttributePath other) {
    return whole().equals(other.whole());
  }

  /** What stands for a complex attribute where one value is needed: its {@code value}, if any. */
  public AttributePath significant() {
    return target().isComplex()
        ? target().subAttribute(Attribute.VALUE).map(this::sub).orElse(this)
        : this;
  }

  /** The value of the whole attribute in a resource; empty when it has none. */
  public Optional<JsonValue> get(JsonObject resource) {
    var holder = extension ? resource.get(schema.id()) : resource;
    return holder instanceof JsonObject object
        ? Optional.ofNullable(object.get(attribute.name()))
        : Optional.empty();
  }

  /** The resource with the value of the whole attribute; without it when the value is empty. */
  public JsonObject with(JsonObject resource, Optional<JsonValue> value) {
    if (!extension) {
      return JsonValues.with(resource, attribute.name(), value);
    }
    var holder = resource.getOrDefault(schema.id(), JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
    var changed = JsonValues.with(holder, attribute.name(), value);
    return JsonValues.with(
        resource, schema.id(), Optional.<JsonValue>of(changed).filter(c -> !changed.isEmpty()));
  }

  /**
   * The path as a key, in memory and in the database, where changing it needs a migration: the
   * schema's spelling, with the URN of an extension.
   */
  public String canonical() {
    var prefix = extension ? schema.id() + ":" : "";
    var suffix = subAttribute.map(sub -> "." + sub.name()).orElse("");
    return prefix + attribute.name() + suffix;
  }

  /** How messages show the path. */
  @Override
  public String toString() {
    return canonical();
  }
}
