package io.rollcall.web.scim;

import io.rollcall.directory.EntityTag;
import io.rollcall.directory.Relation;
import io.rollcall.directory.RelationPage;
import io.rollcall.directory.ResourceWithRelations;
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
  Representation show(
      ScimClient client,
      ResourceWithRelations found,
      ResourceType type,
      Projection projection,
      EntityTag tag) {
    var path = Representation.relation(type);
    var first = projection.includes(path) ? found.relations() : RelationPage.NONE;
    return new Representation(
        type,
        tag,
        attributes(client, found.resource(), type, projection, tag),
        relations(first, found.resource().id(), client)
            .flatMap(relation -> projection.element(path, json(relation, client)).stream()),
        first.next().isPresent());
  }

  /** The tag of the resource with the attributes that the projection includes. */
  static EntityTag tag(ResourceWithRelations found, ResourceType type, Projection projection) {
    return projection.includes(Representation.relation(type))
        ? EntityTag.of(found.resource(), found.relations())
        : EntityTag.ofDocument(found.resource());
  }

  /** All relations; those that were not found with the resource are read when their turn comes. */
  private Stream<Relation> relations(RelationPage first, String groupId, ScimClient client) {
    return Stream.iterate(
            Optional.of(first),
            Optional::isPresent,
            page ->
                page.flatMap(RelationPage::next)
                    .map(last -> provisioning.membersAfter(client, groupId, last)))
        .flatMap(page -> page.orElseThrow().relations().stream());
  }

  /** What is stored is sent as it is, unless something of it isn't wanted or isn't to be seen. */
  private static String attributes(
      ScimClient client,
      StoredResource resource,
      ResourceType type,
      Projection projection,
      EntityTag tag) {
    if (projection.isWhole() && resource.isReadableBy(client.providerId())) {
      var document = resource.text();
      return new StringBuilder(document.length() + ROOM_FOR_THE_SERVERS)
          .append("{\"schemas\":")
          .append(schemas(type, id -> document.contains("\"" + id + "\":")))
          .append(",\"id\":\"")
          .append(resource.id())
          .append("\",")
          .append(document, 1, document.length() - 1)
          .append(",\"meta\":")
          .append(meta(resource, tag, client))
          .append('}')
          .toString();
    }
    var document = resource.documentFor(client.providerId());
    return projection
        .apply(
            SharedJson.createObjectBuilder()
                .add("schemas", schemas(type, document::containsKey))
                .add("id", resource.id())
                .addAll(SharedJson.createObjectBuilder(document))
                .add("meta", meta(resource, tag, client))
                .build())
        .toString();
  }

  private static JsonArray schemas(ResourceType type, Predicate<String> isExtended) {
    var schemas = SharedJson.createArrayBuilder().add(type.core().id());
    type.extensions().stream().map(Schema::id).filter(isExtended).forEach(schemas::add);
    return schemas.build();
  }

  private static JsonObject json(Relation relation, ScimClient client) {
    var type = ResourceTypes.STANDARD.named(relation.resourceType()).orElseThrow();
    var element =
        SharedJson.createObjectBuilder()
            .add("value", relation.id())
            .add("$ref", client.location(type, relation.id()));
    relation.display().ifPresent(name -> element.add("display", name));
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
