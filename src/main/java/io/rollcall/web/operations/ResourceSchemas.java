package io.rollcall.web.operations;

import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.scim.schema.Schema;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SCIM's resources as JSON Schemas, made of their definitions (RFC 7643 §7): what answers have, and
 * under a name that ends with {@code ToSend} what is sent, in which the unknown is left out.
 */
final class ResourceSchemas {

  private static final String TO_SEND = "ToSend";
  private static final String ATTRIBUTES = "attributes";
  private static final String SUB_ATTRIBUTES = "subAttributes";

  private final boolean isToSend;

  private ResourceSchemas(boolean isToSend) {
    this.isToSend = isToSend;
  }

  /** By their names in the document. */
  static Map<String, JsonObject> all() {
    var all = new LinkedHashMap<String, JsonObject>();
    for (var type : ResourceTypes.STANDARD.all()) {
      all.put(type.name(), new ResourceSchemas(false).resource(type));
      all.put(type.name() + TO_SEND, new ResourceSchemas(true).resource(type));
    }
    return all;
  }

  private JsonObject resource(ResourceType type) {
    var properties = SharedJson.createObjectBuilder();
    addAll(properties, type.common().definition(), ATTRIBUTES);
    addAll(properties, type.core().definition(), ATTRIBUTES);
    type.extensions().forEach(extension -> properties.add(extension.id(), object(extension)));
    var resource =
        SharedJson.createObjectBuilder()
            .add("type", "object")
            .add("description", type.description())
            .add("properties", properties)
            .add("patternProperties", extensionsOfTenant())
            .add("required", SharedJson.createArrayBuilder(required(type)));
    return closed(resource);
  }

  private List<String> required(ResourceType type) {
    return isToSend
        ? type.core().attributes().stream().filter(a -> a.required()).map(a -> a.name()).toList()
        : List.of("schemas", "id");
  }

  private static JsonObject extensionsOfTenant() {
    return SharedJson.createObjectBuilder()
        .add(
            "^[Uu][Rr][Nn]:",
            SharedJson.createObjectBuilder()
                .add("type", "object")
                .add("description", "What an extension schema of the tenant defines."))
        .build();
  }

  private JsonObject object(Schema extension) {
    var properties = SharedJson.createObjectBuilder();
    addAll(properties, extension.definition(), ATTRIBUTES);
    return closed(
        SharedJson.createObjectBuilder()
            .add("type", "object")
            .add("description", extension.definition().getString("description", extension.name()))
            .add("properties", properties));
  }

  private void addAll(JsonObjectBuilder properties, JsonObject definition, String member) {
    for (var attribute : definition.getJsonArray(member).getValuesAs(JsonObject.class)) {
      var isLeftOut =
          isToSend
              ? attribute.getString("mutability", "").equals("readOnly")
              : attribute.getString("returned", "").equals("never");
      if (!isLeftOut) {
        properties.add(attribute.getString("name"), attribute(attribute));
      }
    }
  }

  private JsonObject attribute(JsonObject definition) {
    var value = value(definition);
    var schema =
        definition.getBoolean("multiValued", false)
            ? SharedJson.createObjectBuilder().add("type", "array").add("items", value)
            : value;
    return schema.add("description", definition.getString("description", "")).build();
  }

  private JsonObjectBuilder value(JsonObject definition) {
    var schema = SharedJson.createObjectBuilder();
    switch (definition.getString("type")) {
      case "boolean" -> schema.add("type", "boolean");
      case "integer" -> schema.add("type", "integer");
      case "decimal" -> schema.add("type", "number");
      case "dateTime" -> schema.add("type", "string").add("format", "date-time");
      case "binary" -> schema.add("type", "string").add("contentEncoding", "base64");
      case "complex" -> {
        var properties = SharedJson.createObjectBuilder();
        addAll(properties, definition, SUB_ATTRIBUTES);
        schema.add("type", "object").add("properties", properties);
        if (!isToSend) {
          schema.add("additionalProperties", JsonValue.FALSE);
        }
      }
      default -> schema.add("type", "string");
    }
    return schema;
  }

  private JsonObject closed(JsonObjectBuilder object) {
    return isToSend ? object.build() : object.add("additionalProperties", false).build();
  }
}
