package io.rollcall.web.scim;

import io.rollcall.directory.EntityTag;
import io.rollcall.directory.search.ServerAttribute;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A resource as a client sees it.
 *
 * @param type its type
 * @param tag what a client that reads it again can name it by
 * @param attributes what was written, and what the server adds to it
 * @param relations the members of a group, the groups of a user
 * @param isStreamed whether some of the relations are read only while they are written
 */
record Representation(
    ResourceType type,
    EntityTag tag,
    JsonObject attributes,
    Stream<JsonObject> relations,
    boolean isStreamed)
    implements ScimBody {

  /** The attribute of each type that is derived from memberships. */
  private static final Map<String, AttributePath> RELATIONS =
      Map.of(
          ResourceType.USER.name(), ServerAttribute.GROUPS.path(),
          ResourceType.GROUP.name(), ServerAttribute.MEMBERS.path());

  static AttributePath relation(ResourceType type) {
    return RELATIONS.get(type.name());
  }

  /** Can be called once, for the relations are used up by it. */
  @Override
  public void writeTo(JsonGenerator json) {
    json.writeStartObject();
    attributes.forEach(json::write);
    var elements = relations.iterator();
    if (elements.hasNext()) {
      json.writeStartArray(relation(type).attribute().name());
      elements.forEachRemaining(json::write);
      json.writeEnd();
    }
    json.writeEnd();
  }
}
