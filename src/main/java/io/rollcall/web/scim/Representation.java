package io.rollcall.web.scim;

import io.rollcall.directory.EntityTag;
import io.rollcall.directory.search.ServerAttribute;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A resource as a client sees it.
 *
 * @param type its type
 * @param tag what a client that reads it again can name it by
 * @param attributes what was written, and what the server adds to it, as the text of a JSON object
 *     that has members
 * @param relations the members of a group, the groups of a user
 * @param isStreamed whether some of the relations are read only while they are written
 */
record Representation(
    ResourceType type,
    EntityTag tag,
    String attributes,
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
  public void writeTo(Writer out) throws IOException {
    var elements = relations.iterator();
    if (!elements.hasNext()) {
      out.write(attributes);
      return;
    }
    out.write(attributes, 0, attributes.length() - 1);
    out.write(",\"" + relation(type).attribute().name() + "\":[" + elements.next());
    while (elements.hasNext()) {
      out.write("," + elements.next());
    }
    out.write("]}");
  }
}
