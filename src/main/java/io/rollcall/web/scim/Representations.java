package io.rollcall.web.scim;

import io.rollcall.directory.EntityTag;
import io.rollcall.directory.Found;
import io.rollcall.directory.Member;
import io.rollcall.directory.MemberPage;
import io.rollcall.directory.StoredResource;
import io.rollcall.provisioning.Provisioning;
import io.rollcall.provisioning.ScimClient;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.resource.Projection;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.scim.schema.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes of a stored resource what a client sees of it. */
@ApplicationScoped
class Representations {

  /** Characters that schemas, id and meta take at most, usually. */
  private static final int ROOM_FOR_THE_SERVERS = 600;

  @Inject private Provisioning provisioning;

  /** The resource with the attributes that the projection includes. */
  Representation of(
      ScimClient client, Found found, ResourceType type, Projection projection, EntityTag tag) {
    var path = Representation.relation(type);
    var first = projection.includes(path) ? found.relations() : MemberPage.NONE;
    return new Representation(
        type,
        tag,
        attributes(client, found.resource(), type, projection, tag),
        relations(first, found.resource().id(), client)
            .flatMap(relation -> projection.element(path, json(relation, client)).stream()),
        first.next().isPresent());
  }

  /** The tag of the resource with the attributes that the projection includes. */
  static EntityTag tag(Found found, ResourceType type, Projection projection) {
    return projection.includes(Representation.relation(type))
        ? EntityTag.of(found.resource(), found.relations())
        : EntityTag.ofDocument(found.resource());
  }

  /** All relations; those that were not found with the resource are read when their turn comes. */
  private Stream<Member> relations(MemberPage first, String groupId, ScimClient client) {
    return Stream.iterate(
            Optional.of(first),
            Optional::isPresent,
            page ->
                page.flatMap(MemberPage::next)
                    .map(last -> provisioning.membersBehind(client, groupId, last)))
        .flatMap(page -> page.orElseThrow().members().stream());
  }

  /** What is stored is sent as it is, unless something of it isn't wanted or isn't to be seen. */
  private static String attributes(
      ScimClient client,
      StoredResource resource,
      ResourceType type,
      Projection projection,
      EntityTag tag) {
    if (projection.isWhole() && resource.isReadableBy(client.providerId())) {
      var stored = resource.text();
      return new StringBuilder(stored.length() + ROOM_FOR_THE_SERVERS)
          .append("{\"schemas\":")
          .append(schemas(type, id -> stored.contains("\"" + id + "\":")))
          .append(",\"id\":\"")
          .append(resource.id())
          .append("\",")
          .append(stored, 1, stored.length() - 1)
          .append(",\"meta\":")
          .append(meta(resource, tag, client))
          .append('}')
          .toString();
    }
    var written = resource.documentFor(client.providerId());
    return projection
        .apply(
            SharedJson.createObjectBuilder()
                .add("schemas", schemas(type, written::containsKey))
                .add("id", resource.id())
                .addAll(SharedJson.createObjectBuilder(written))
                .add("meta", meta(resource, tag, client))
                .build())
        .toString();
  }

  private static JsonArray schemas(ResourceType type, Predicate<String> isExtended) {
    var schemas = SharedJson.createArrayBuilder().add(type.core().id());
    type.extensions().stream().map(Schema::id).filter(isExtended).forEach(schemas::add);
    return schemas.build();
  }

  private static JsonObject json(Member relation, ScimClient client) {
    var type = ResourceTypes.STANDARD.named(relation.resourceType()).orElseThrow();
    var element =
        SharedJson.createObjectBuilder()
            .add("value", relation.id())
            .add("$ref", client.location(type, relation.id()));
    if (relation.display() != null) {
      element.add("display", relation.display());
    }
    return element.add("type", relation.type()).build();
  }

  private static JsonObject meta(StoredResource resource, EntityTag tag, ScimClient client) {
    return SharedJson.createObjectBuilder()
        .add("resourceType", resource.type().name())
        .add("created", resource.created().toString())
        .add("lastModified", resource.lastModified().toString())
        .add("location", client.location(resource.type(), resource.id()))
        .add("version", tag.toString())
        .build();
  }
}
