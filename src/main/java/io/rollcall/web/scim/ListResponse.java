package io.rollcall.web.scim;

import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.Writer;
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

  private static final String BEGINNING =
      "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":";

  /** A list that is complete on one page, as discovery gives it. */
  static ListResponse of(List<JsonObject> resources) {
    return new ListResponse(
        resources.size(),
        OptionalInt.of(1),
        Optional.empty(),
        resources.stream().map(ScimBody::of).toList());
  }

  @Override
  public void writeTo(Writer out) throws IOException {
    out.write(BEGINNING + totalResults);
    if (startIndex.isPresent()) {
      out.write(",\"startIndex\":" + startIndex.getAsInt());
    }
    out.write(",\"itemsPerPage\":" + resources.size());
    if (nextCursor.isPresent()) {
      out.write(",\"nextCursor\":" + SharedJson.createValue(nextCursor.get()));
    }
    out.write(",\"Resources\":[");
    var separator = "";
    for (var resource : resources) {
      out.write(separator);
      resource.writeTo(out);
      separator = ",";
    }
    out.write("]}");
  }

  @Override
  public boolean isStreamed() {
    return resources.stream().anyMatch(ScimBody::isStreamed);
  }
}
