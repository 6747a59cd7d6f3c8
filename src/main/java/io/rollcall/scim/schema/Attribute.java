package io.rollcall.scim.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The definition of an attribute or sub-attribute (RFC 7643 §7).
 *
 * @param name the name in the schema's spelling
 * @param type the data type
 * @param multiValued whether the value is an array
 * @param required whether a resource must have it
 * @param caseExact whether letter case counts in comparisons
 * @param mutability when it can be written
 * @param returned when it is in an answer
 * @param unique whether no two resources of one tenant may have the same value
 * @param defaultValue what a resource has that was created without the attribute
 * @param subAttributesByName the parts of a complex attribute by their names in lower case
 */
public record Attribute(
    String name,
    AttributeType type,
    boolean multiValued,
    boolean required,
    boolean caseExact,
    Mutability mutability,
    Returned returned,
    boolean unique,
    Optional<JsonValue> defaultValue,
    Map<String, Attribute> subAttributesByName) {

  /** The sub-attribute that holds the significant value of a multi-valued attribute (§2.4). */
  public static final String VALUE = "value";

  /** The sub-attribute that says what a value is for (§2.4). */
  public static final String TYPE = "type";

  /** The sub-attribute that names the resource that a value is the id of (§2.4). */
  public static final String REF = "$ref";

  /** The sub-attribute that marks the preferred value (§2.4). */
  public static final String PRIMARY = "primary";

  static Attribute of(JsonObject definition) {
    var type = AttributeType.of(definition.getString("type"));
    return new Attribute(
        definition.getString("name"),
        type,
        definition.getBoolean("multiValued", false),
        definition.getBoolean("required", false),
        definition.getBoolean("caseExact", false),
        Mutability.valueOf(definition.getString("mutability", "readWrite")),
        Returned.of(definition.getString("returned", "default")),
        !definition.getString("uniqueness", "none").equals("none"),
        Optional.ofNullable(definition.get(Schema.DEFAULT_VALUE)),
        byName(definition, "subAttributes"));
  }

  static Map<String, Attribute> byName(JsonObject definition, String member) {
    var attributes = new LinkedHashMap<String, Attribute>();
    if (definition.containsKey(member)) {
      for (var attribute : definition.getJsonArray(member).getValuesAs(JsonObject.class)) {
        var parsed = of(attribute);
        attributes.put(parsed.name().toLowerCase(Locale.ROOT), parsed);
      }
    }
    return attributes;
  }

  /** The sub-attribute of that name in any letter case (RFC 7643 §2.1). */
  public Optional<Attribute> subAttribute(String subName) {
    return Optional.ofNullable(subAttributesByName.get(subName.toLowerCase(Locale.ROOT)));
  }

  /** All sub-attributes in the order of the schema; empty unless complex. */
  public Collection<Attribute> subAttributes() {
    return subAttributesByName.values();
  }

  /** Whether the value is an object or an array of objects. */
  public boolean isComplex() {
    return type == AttributeType.COMPLEX;
  }

  /** Whether a client can never write it. */
  public boolean isReadOnly() {
    return mutability == Mutability.readOnly;
  }

  /** Whether no answer ever has it, and no message ({@code returned: never}, RFC 7643 §7). */
  public boolean isHidden() {
    return returned == Returned.never;
  }

  /** Whether nobody can ever read it: a password. */
  public boolean isWriteOnly() {
    return mutability == Mutability.writeOnly;
  }
}
