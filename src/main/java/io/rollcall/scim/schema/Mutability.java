package io.rollcall.scim.schema;

/** When an attribute can be written (RFC 7643 §7). The names are those of the RFC. */
public enum Mutability {
  readOnly,
  readWrite,
  immutable,
  writeOnly
}
