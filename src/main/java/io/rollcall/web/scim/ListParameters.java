package io.rollcall.web.scim;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;

/** What a client asks of a list in the URL (RFC 7644 §3.4.2, RFC 9865 §2). */
public class ListParameters {

  @QueryParam("attributes")
  private List<String> attributes;

  @QueryParam("excludedAttributes")
  private List<String> excludedAttributes;

  @QueryParam("filter")
  private String filter;

  @QueryParam("sortBy")
  private String sortBy;

  @QueryParam("sortOrder")
  private String sortOrder;

  @QueryParam("startIndex")
  private String startIndex;

  @QueryParam("count")
  private String count;

  @QueryParam("cursor")
  private String cursor;

  ListRequest toRequest() {
    return new ListRequest(
        present(filter),
        present(sortBy),
        present(sortOrder),
        ListRequest.integer("startIndex", startIndex),
        ListRequest.integer("count", count),
        Optional.ofNullable(cursor),
        Wanted.joined(attributes),
        Wanted.joined(excludedAttributes));
  }

  private static Optional<String> present(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(present -> !present.isEmpty());
  }
}
