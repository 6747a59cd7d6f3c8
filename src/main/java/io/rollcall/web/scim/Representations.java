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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes of a stored resource what a client sees of it. */
@ApplicationScoped
class Representations {

  @Inject private Provisioning provisioning;

  /** The resource with the attributes that the projection includes. */
  Representation of(Found found, ResourceType type, Projection projection, ScimClient client) {
    var path = Representation.relation(type);
    var first = projection.includes(path) ? found.relations() : MemberPage.NONE;
    var tag = tag(found, type, projection);
    return new Representation(
        type,
        tag,
        projection.apply(attributes(found.resource(), type, tag, client)),
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

  private static JsonObject attributes(
      StoredResource resource, ResourceType type, EntityTag tag, ScimClient client) {
    var written = resource.documentFor(client.providerId());
    return SharedJson.createObjectBuilder()
        .add("schemas", schemas(type, written))
        .add("id", resource.id())
        .addAll(SharedJson.createObjectBuilder(written))
        .add("meta", meta(resource, tag, client))
        .build();
  }

  private static JsonArrayBuilder schemas(ResourceType type, JsonObject written) {
    var schemas = SharedJson.createArrayBuilder().add(type.core().id());
    type.extensions().stream()
        .filter(extension -> written.containsKey(extension.id()))
        .forEach(extension -> schemas.add(extension.id()));
    return schemas;
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
