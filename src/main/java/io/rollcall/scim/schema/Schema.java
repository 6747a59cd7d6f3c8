package io.rollcall.scim.schema;

import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A schema definition (RFC 7643 §7), read from its JSON form (§8.7).
 *
 * @param id the URN
 * @param name the name for people
 * @param attributesByName the attributes by their names in lower case
 * @param definition the JSON form as a client may see it
 * @param keepsBack whether a usual answer hasn't got all that is stored: there is an attribute, or
 *     a part of one, that is shown only when it is asked for, or never ({@code returned}, §7)
 */
public record Schema(
    String id,
    String name,
    Map<String, Attribute> attributesByName,
    JsonObject definition,
    boolean keepsBack) {

  /** Our own member of an attribute's definition: the value at creation. Not shown to clients. */
  static final String DEFAULT_VALUE = "x-default";

  /**
   * The schema that a definition describes.
   *
   * @param definition one of our own, or one that {@link SchemaDefinition#read} found nothing wrong
   *     with
   */
  public static Schema of(JsonObject definition) {
    var attributes = Attribute.byName(definition, "attributes");
    return new Schema(
        definition.getString("id"),
        definition.getString("name"),
        attributes,
        withoutOwnMembers(definition),
        attributes.values().stream().anyMatch(Schema::isKeptBack));
  }

  static Schema load(String resource) {
    try (var stream = Schema.class.getResourceAsStream(resource);
        var reader = SharedJson.createReader(stream)) {
      return of(reader.readObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isKeptBack(Attribute attribute) {
    // What is write-only is stored nowhere.
    return attribute.returned() == Returned.request
        || attribute.isHidden() && !attribute.isWriteOnly()
        || attribute.subAttributes().stream().anyMatch(Schema::isKeptBack);
  }

  /** The attribute of that name in any letter case (RFC 7643 §2.1). */
  public Optional<Attribute> attribute(String attributeName) {
    return Optional.ofNullable(attributesByName.get(attributeName.toLowerCase(Locale.ROOT)));
  }

  /** All attributes in the order of the definition. */
  public Collection<Attribute> attributes() {
    return attributesByName.values();
  }

  /** Schemas are told apart by their URN; to compare whole definitions would take long. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Schema schema && id.equals(schema.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  private static JsonObject withoutOwnMembers(JsonObject definition) {
    var shown = SharedJson.createObjectBuilder();
    definition.forEach(
        (member, value) -> {
          if (value instanceof JsonArray array && member.endsWith("ttributes")) {
            shown.add(member, withoutOwnMembers(array));
          } else if (!member.equals(DEFAULT_VALUE)) {
            shown.add(member, value);
          }
        });
    return shown.build();
  }

  private static JsonArrayBuilder withoutOwnMembers(JsonArray attributes) {
    var shown = SharedJson.createArrayBuilder();
    attributes.getValuesAs(JsonObject.class).forEach(a -> shown.add(withoutOwnMembers(a)));
    return shown;
  }
}
