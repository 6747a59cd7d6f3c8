package io.rollcall.rest.scim;

import io.rollcall.rest.Limits;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.resource.Values;
import jakarta.ws.rs.QueryParam;
import java.math.BigInteger;
import java.util.Optional;

/** What a client asks of a list (RFC 7644 §3.4.2). */
public class ListParameters extends Attributes {

  private static final BigInteger MAX = BigInteger.valueOf(Integer.MAX_VALUE);

  @QueryParam("filter")
  private String filter;

  @QueryParam("startIndex")
  private String startIndex;

  @QueryParam("count")
  private String count;

  Optional<String> filter() {
    return Optional.ofNullable(filter).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** The 1-based index of the first resource; what is below 1 means 1. */
  int startIndex() {
    return Math.max(1, integer("startIndex", startIndex, 1));
  }

  /** How many resources the page may have; what is below 0 means 0. */
  int count(Limits limits) {
    return Math.min(
        limits.maxPageSize(), Math.max(0, integer("count", count, limits.defaultPageSize())));
  }

  private static int integer(String name, String text, int absent) {
    if (text == null || text.isBlank()) {
      return absent;
    }
    try {
      return new BigInteger(text.strip()).min(MAX).max(MAX.negate()).intValue();
    } catch (NumberFormatException e) {
      throw new ScimException(
          ScimType.INVALID_VALUE,
          "%s: expected a whole number, got %s.".formatted(name, Values.abbreviated(text)));
    }
  }
}
