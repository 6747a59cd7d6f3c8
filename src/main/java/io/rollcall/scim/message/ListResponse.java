package io.rollcall.scim.message;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * One page of an answer to a query (RFC 7644 §3.4.2).
 *
 * @param totalResults how many resources there are on all pages
 * @param startIndex the 1-based index of the page's first resource
 * @param resources the page
 */
public record ListResponse(long totalResults, int startIndex, List<JsonObject> resources) {

  /** The URN of list messages. */
  public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

  /** A list that is complete on one page, as discovery gives it. */
  public static ListResponse of(List<JsonObject> resources) {
    return new ListResponse(resources.size(), 1, resources);
  }

  /** The body of the answer. */
  public JsonObject toJson() {
    return Json.createObjectBuilder()
        .add("schemas", Json.createArrayBuilder().add(SCHEMA))
        .add("totalResults", totalResults)
        .add("startIndex", startIndex)
        .add("itemsPerPage", resources.size())
        .add("Resources", Json.createArrayBuilder(resources))
        .build();
  }
}
