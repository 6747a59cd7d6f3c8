package io.rollcall.web.scim;

import io.rollcall.directory.EntityTag;
import io.rollcall.directory.Reading;
import io.rollcall.directory.ResourceWithRelations;
import io.rollcall.provisioning.Precondition;
import io.rollcall.provisioning.ScimClient;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.resource.Projection;
import io.rollcall.scim.schema.ResourceType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The answer to a request about one resource: with as much of it as the client wants. */
final class ResourceAnswer {

  private final Representations representations;
  private final ScimClient client;
  private final ResourceType type;
  private final HttpHeaders headers;
  private final Projection projection;
  private final Wanted wanted;
  private final boolean isUsual;

  /**
   * Finds out what is wanted, before anything is done.
   *
   * @param isUsual whether the answer to such a change has the resource when the client doesn't say
   * @throws ScimException 400 when the client contradicts itself
   */
  ResourceAnswer(
      Representations representations,
      ScimClient client,
      ResourceType type,
      HttpHeaders headers,
      Wanted wanted,
      boolean isUsual) {
    this.representations = representations;
    this.client = client;
    this.type = type;
    this.headers = headers;
    this.projection = wanted.projection(type);
    this.wanted = wanted;
    this.isUsual = isUsual;
  }

  /** What has to be read to show the resource. */
  Reading readingToShow() {
    return Reading.of(projection.includes(Representation.relation(type)));
  }

  /** What has to be read to answer a change. */
  Reading readingToChange() {
    return isWanted() ? readingToShow() : Reading.DOCUMENT_ONLY;
  }

  /** The resource, unless the client has it already. */
  Response found(ResourceWithRelations found, Precondition precondition) {
    var tag = Representations.tag(found, type, projection);
    return precondition.isKnown(tag)
        ? named(Response.notModified(), found, tag).build()
        : shown(Response.Status.OK, found, tag).build();
  }

  /** The answer to a change: with the resource, or without a body. */
  Response changed(Response.Status status, ResourceWithRelations found) {
    var bodiless = status == Response.Status.OK ? Response.Status.NO_CONTENT : status;
    var response =
        isWanted()
            ? shown(status, found, Representations.tag(found, type, projection))
            : named(Response.status(bodiless), found, EntityTag.ofDocument(found.resource()));
    preference().ifPresent(p -> response.header("Preference-Applied", p.toString()));
    return response.build();
  }

  private boolean isWanted() {
    return wanted
        .wantsResource()
        .or(() -> preference().map(Preference.REPRESENTATION::equals))
        .orElse(isUsual);
  }

  private Optional<Preference> preference() {
    return Preference.of(Optional.ofNullable(headers.getRequestHeader("Prefer")).orElse(List.of()));
  }

  private Response.ResponseBuilder shown(
      Response.Status status, ResourceWithRelations found, EntityTag tag) {
    var representation = representations.show(client, found, type, projection, tag);
    var response = representation.ok(headers).status(status).contentLocation(location(found));
    return named(response, found, representation.tag());
  }

  /** What an answer says of the resource, whether it has it or not (RFC 7644 §3.1, §3.14). */
  private Response.ResponseBuilder named(
      Response.ResponseBuilder response, ResourceWithRelations found, EntityTag tag) {
    return response.location(location(found)).header(HttpHeaders.ETAG, tag.toString());
  }

  private URI location(ResourceWithRelations found) {
    return URI.create(client.location(type, found.resource().id()));
  }
}
