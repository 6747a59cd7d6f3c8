package io.rollcall.web.scim;

import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One page of an answer to a query (RFC 7644 §3.4.2, RFC 9865 §2).
 *
 * @param totalResults how many resources there are on all pages
 * @param startIndex the 1-based index of the page's first resource; empty when a cursor led to it
 * @param nextCursor the cursor of the next page; empty when there is none or nobody asked
 * @param resources the page
 */
record ListResponse(
    long totalResults,
    OptionalInt startIndex,
    Optional<String> nextCursor,
    List<? extends ScimBody> resources)
    implements ScimBody {

  private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

  /** A list that is complete on one page, as discovery gives it. */
  static ListResponse of(List<JsonObject> resources) {
    return new ListResponse(
        resources.size(),
        OptionalInt.of(1),
        Optional.empty(),
        resources.stream().map(ScimBody::of).toList());
  }

  @Override
  public void writeTo(JsonGenerator json) {
    json.writeStartObject()
        .writeStartArray("schemas")
        .write(SCHEMA)
        .writeEnd()
        .write("totalResults", totalResults);
    startIndex.ifPresent(index -> json.write("startIndex", index));
    json.write("itemsPerPage", resources.size());
    nextCursor.ifPresent(cursor -> json.write("nextCursor", cursor));
    json.writeStartArray("Resources");
    resources.forEach(resource -> resource.writeTo(json));
    json.writeEnd().writeEnd();
  }

  @Override
  public boolean isStreamed() {
    return resources.stream().anyMatch(ScimBody::isStreamed);
  }
}
