package io.rollcall.rest.scim;

import io.rollcall.rest.Limits;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.Schema;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** The discovery documents (RFC 7643 §5, §6, §7), made from what is there. */
final class Discovery {

  private static final String URN = "urn:ietf:params:scim:schemas:core:2.0:";

  private Discovery() {}

  static JsonObject serviceProviderConfig(Limits limits, String base) {
    return document("ServiceProviderConfig")
        .add("patch", supported(true))
        .add("bulk", supported(false).add("maxOperations", 0).add("maxPayloadSize", 0))
        .add("filter", supported(true).add("maxResults", limits.maxPageSize()))
        .add("changePassword", supported(false))
        .add("sort", supported(false))
        .add("etag", supported(true))
        .add(
            "authenticationSchemes",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("type", "oauthbearertoken")
                        .add("name", "OAuth Bearer Token")
                        .add("description", "A SCIM token that an admin created, as bearer token.")
                        .add("specUri", "https://www.rfc-editor.org/info/rfc6750")
                        .add("primary", true)))
        .add("meta", meta("ServiceProviderConfig", base + "/ServiceProviderConfig"))
        .build();
  }

  static JsonObject resourceType(ResourceType type, String base) {
    var extensions = Json.createArrayBuilder();
    type.extensions()
        .forEach(
            extension ->
                extensions.add(
                    Json.createObjectBuilder()
                        .add("schema", extension.id())
                        .add("required", false)));
    return document("ResourceType")
        .add("id", type.name())
        .add("name", type.name())
        .add("endpoint", "/" + type.endpoint())
        .add("description", type.description())
        .add("schema", type.core().id())
        .add("schemaExtensions", extensions)
        .add("meta", meta("ResourceType", base + "/ResourceTypes/" + type.name()))
        .build();
  }

  static JsonObject schema(Schema schema, String base) {
    return Json.createObjectBuilder(schema.definition())
        .add("meta", meta("Schema", base + "/Schemas/" + schema.id()))
        .build();
  }

  private static JsonObjectBuilder document(String name) {
    return Json.createObjectBuilder().add("schemas", Json.createArrayBuilder().add(URN + name));
  }

  private static JsonObjectBuilder supported(boolean supported) {
    return Json.createObjectBuilder().add("supported", supported);
  }

  private static JsonObjectBuilder meta(String resourceType, String location) {
    return Json.createObjectBuilder().add("resourceType", resourceType).add("location", location);
  }
}
