package io.rollcall.web.admin;

import io.rollcall.platform.problem.Understood;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.scim.schema.SchemaDefinition;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an admin sends of an extension schema.
 *
 * @param resourceType the name of the type that it extends; of no meaning for a schema that is
 *     there already
 * @param definition its definition
 * @param misread what can't be in a definition: messages by fields
 */
record SchemaRequest(
    String resourceType, JsonObject definition, @Understood Map<String, String> misread) {

  /** Beside the members that RFC 7643 §7 has: which resource type the schema extends. */
  static final String RESOURCE_TYPE = "resourceType";

  /**
   * Reads the schema.
   *
   * @param id the id that it has in the path; empty for a new one
   */
  static SchemaRequest of(JsonObject sent, Optional<String> id) {
    var read = SchemaDefinition.read(sent);
    var misread = new TreeMap<>(read.messagesByField());
    var resourceType = resourceType(sent);
    if (id.isEmpty() && ResourceTypes.STANDARD.named(resourceType).isEmpty()) {
      misread.put(RESOURCE_TYPE, "must be User or Group");
    }
    id.filter(path -> !path.equals(read.definition().getString("id")))
        .ifPresent(path -> misread.put("id", "must be %s, as in the address".formatted(path)));
    return new SchemaRequest(resourceType, read.definition(), misread);
  }

  private static String resourceType(JsonObject sent) {
    var value = sent.get(RESOURCE_TYPE);
    if (value == null) {
      return ResourceType.USER.name();
    }
    return value instanceof JsonString text ? text.getString() : "";
  }
}
