package io.rollcall.scim.message;

import jakarta.json.JsonObject;
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
public record ListResponse(
    long totalResults,
    OptionalInt startIndex,
    Optional<String> nextCursor,
    List<JsonObject> resources) {

  /** The URN of list messages. */
  public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

  /** A list that is complete on one page, as discovery gives it. */
  public static ListResponse of(List<JsonObject> resources) {
    return new ListResponse(resources.size(), OptionalInt.of(1), Optional.empty(), resources);
  }

  /** The body of the answer. */
  public JsonObject toJson() {
    var list =
        SharedJson.createObjectBuilder()
            .add("schemas", SharedJson.createArrayBuilder().add(SCHEMA))
            .add("totalResults", totalResults);
    startIndex.ifPresent(index -> list.add("startIndex", index));
    list.add("itemsPerPage", resources.size());
    nextCursor.ifPresent(cursor -> list.add("nextCursor", cursor));
    return list.add("Resources", SharedJson.createArrayBuilder(resources)).build();
  }
}
