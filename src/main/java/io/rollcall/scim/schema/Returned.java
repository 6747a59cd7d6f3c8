package io.rollcall.scim.schema;

/** When an attribute is in an answer (RFC 7643 §7). {@code byDefault} is the RFC's "default". */
public enum Returned {
  always,
  never,
  byDefault,
  request;

  static Returned of(String scimName) {
    return scimName.equals("default") ? byDefault : valueOf(scimName);
  }
}
