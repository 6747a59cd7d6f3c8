package io.rollcall.scim.message;

/** The detail error keywords (RFC 7644 §3.12, table 9; RFC 9865 §3), each with its status. */
public enum ScimType {
  INVALID_FILTER("invalidFilter", 400),
  TOO_MANY("tooMany", 400),
  UNIQUENESS("uniqueness", 409),
  MUTABILITY("mutability", 400),
  INVALID_SYNTAX("invalidSyntax", 400),
  INVALID_PATH("invalidPath", 400),
  NO_TARGET("noTarget", 400),
  INVALID_VALUE("invalidValue", 400),
  SENSITIVE("sensitive", 403),
  INVALID_CURSOR("invalidCursor", 400),
  EXPIRED_CURSOR("expiredCursor", 400),
  INVALID_COUNT("invalidCount", 400);

  private final String keyword;
  private final int status;

  ScimType(String keyword, int status) {
    this.keyword = keyword;
    this.status = status;
  }

  /** The keyword as it is sent. */
  public String keyword() {
    return keyword;
  }

  /** The HTTP status that goes with the keyword. */
  public int status() {
    return status;
  }
}
