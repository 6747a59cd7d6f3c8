package io.rollcall.web.scim;

import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.Schema;
import io.rollcall.web.http.Limits;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** The discovery documents (RFC 7643 §5, §6, §7), made from what is there. */
final class Discovery {

  private static final String URN = "urn:ietf:params:scim:schemas:core:2.0:";

  private Discovery() {}

  static JsonObject serviceProviderConfig(Limits limits, String base) {
    return document("ServiceProviderConfig")
        .add("patch", supported(true))
        .add(
            "bulk",
            supported(true)
                .add("maxOperations", limits.bulkOperations())
                .add("maxPayloadSize", limits.bulkBody().bytes()))
        .add("filter", supported(true).add("maxResults", limits.maxPageSize()))
        .add("changePassword", supported(true))
        .add("sort", supported(true))
        .add("etag", supported(true))
        .add("pagination", pagination(limits))
        .add(
            "authenticationSchemes",
            SharedJson.createArrayBuilder()
                .add(
                    SharedJson.createObjectBuilder()
                        .add("type", "oauthbearertoken")
                        .add("name", "OAuth Bearer Token")
                        .add("description", "A SCIM token that an admin created, as bearer token.")
                        .add("specUri", "https://www.rfc-editor.org/info/rfc6750")
                        .add("primary", true)))
        .add("meta", meta("ServiceProviderConfig", base + "/ServiceProviderConfig"))
        .build();
  }

  /** RFC 9865 §4. */
  private static JsonObjectBuilder pagination(Limits limits) {
    return SharedJson.createObjectBuilder()
        .add("cursor", true)
        .add("index", true)
        .add("defaultPaginationMethod", "index")
        .add("defaultPageSize", limits.defaultPageSize())
        .add("maxPageSize", limits.maxPageSize())
        .add("cursorTimeout", limits.cursorSeconds());
  }

  static JsonObject resourceType(ResourceType type, String base) {
    var extensions = SharedJson.createArrayBuilder();
    type.extensions()
        .forEach(
            extension ->
                extensions.add(
                    SharedJson.createObjectBuilder()
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
    return SharedJson.createObjectBuilder(schema.definition())
        .add("meta", meta("Schema", base + "/Schemas/" + schema.id()))
        .build();
  }

  private static JsonObjectBuilder document(String name) {
    return SharedJson.createObjectBuilder()
        .add("schemas", SharedJson.createArrayBuilder().add(URN + name));
  }

  private static JsonObjectBuilder supported(boolean supported) {
    return SharedJson.createObjectBuilder().add("supported", supported);
  }

  private static JsonObjectBuilder meta(String resourceType, String location) {
    return SharedJson.createObjectBuilder()
        .add("resourceType", resourceType)
        .add("location", location);
  }
}
