package io.rollcall.web.scim;

import io.rollcall.scim.message.ScimException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/** What a client asks of a list in the URL (RFC 7644 §3.4.2, RFC 9865 §2). */
final class ListParameters {

  private final MultivaluedMap<String, String> query;

  private ListParameters(MultivaluedMap<String, String> query) {
    this.query = query;
  }

  /**
   * Reads the parameters; of one that may stand once, the first counts.
   *
   * @throws ScimException {@code invalidValue} when a number isn't one
   */
  static ListRequest read(MultivaluedMap<String, String> query) {
    return new ListParameters(query).toRequest();
  }

  private ListRequest toRequest() {
    return new ListRequest(
        present("filter"),
        present("sortBy"),
        present("sortOrder"),
        ListRequest.integer("startIndex", query.getFirst("startIndex")),
        ListRequest.integer("count", query.getFirst("count")),
        Optional.ofNullable(query.getFirst("cursor")),
        Wanted.joined(query, "attributes"),
        Wanted.joined(query, "excludedAttributes"));
  }

  private Optional<String> present(String name) {
    return Optional.ofNullable(query.getFirst(name))
        .map(String::strip)
        .filter(present -> !present.isEmpty());
  }
}
