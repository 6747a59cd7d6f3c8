package io.rollcall.rest.scim;

import io.rollcall.directory.Found;
import io.rollcall.directory.Member;
import io.rollcall.directory.StoredResource;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.tenancy.Caller;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** A resource as a client sees it: what was written, and what the server adds to it. */
final class Representation {

  /** The attribute of each type that is derived from memberships. */
  private static final Map<String, AttributePath> RELATIONS =
      Map.of(
          ResourceType.USER.name(), ResourceType.USER.resolve("groups").orElseThrow(),
          ResourceType.GROUP.name(), ResourceType.GROUP.resolve("members").orElseThrow());

  private Representation() {}

  static AttributePath relation(ResourceType type) {
    return RELATIONS.get(type.name());
  }

  static JsonObject of(Found found, ResourceType type, Caller caller, ScimBase base) {
    var resource = found.resource();
    var written = resource.representationFor(caller);
    var shown =
        SharedJson.createObjectBuilder()
            .add("schemas", schemas(type, written))
            .add("id", resource.id())
            .addAll(SharedJson.createObjectBuilder(written));
    if (!found.relations().isEmpty()) {
      shown.add(relation(type).attribute().name(), relations(found.relations(), base));
    }
    return shown.add("meta", meta(resource, base)).build();
  }

  private static JsonArrayBuilder schemas(ResourceType type, JsonObject written) {
    var schemas = SharedJson.createArrayBuilder().add(type.core().id());
    type.extensions().stream()
        .filter(extension -> written.containsKey(extension.id()))
        .forEach(extension -> schemas.add(extension.id()));
    return schemas;
  }

  private static JsonArrayBuilder relations(List<Member> relations, ScimBase base) {
    var array = SharedJson.createArrayBuilder();
    for (var member : relations) {
      var type = ResourceTypes.STANDARD.named(member.resourceType()).orElseThrow();
      var element =
          SharedJson.createObjectBuilder()
              .add("value", member.id())
              .add("$ref", base.location(type, member.id()));
      if (member.display() != null) {
        element.add("display", member.display());
      }
      array.add(element.add("type", member.type()));
    }
    return array;
  }

  private static JsonObject meta(StoredResource resource, ScimBase base) {
    return SharedJson.createObjectBuilder()
        .add("resourceType", resource.type().name())
        .add("created", resource.created().toString())
        .add("lastModified", resource.lastModified().toString())
        .add("location", base.location(resource.type(), resource.id()))
        .add("version", resource.entityTag())
        .build();
  }
}
