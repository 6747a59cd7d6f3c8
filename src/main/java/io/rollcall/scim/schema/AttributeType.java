package io.rollcall.scim.schema;

import java.util.Arrays;

/** The data types of attributes (RFC 7643 §2.3). */
public enum AttributeType {
  STRING("string", "a string"),
  BOOLEAN("boolean", "true or false"),
  DECIMAL("decimal", "a number"),
  INTEGER("integer", "a whole number"),
  DATE_TIME("dateTime", "a date and time such as 2024-05-13T04:42:34Z"),
  BINARY("binary", "base64"),
  REFERENCE("reference", "an address as a string"),
  COMPLEX("complex", "an object");

  private final String scimName;
  private final String expectation;

  AttributeType(String scimName, String expectation) {
    this.scimName = scimName;
    this.expectation = expectation;
  }

  /** The name in schema definitions. */
  String scimName() {
    return scimName;
  }

  /** What a value of this type is, in words for an error's detail: "a boolean". */
  public String expectation() {
    return expectation;
  }

  /** Whether {@code co}, {@code sw} and {@code ew} have a meaning (RFC 7644 §3.4.2.2). */
  public boolean isTextual() {
    return this == STRING || this == REFERENCE;
  }

  /** Whether {@code gt}, {@code ge}, {@code lt} and {@code le} have one (RFC 7644 §3.4.2.2). */
  public boolean isOrdered() {
    return this != BOOLEAN && this != BINARY && this != COMPLEX;
  }

  static AttributeType of(String scimName) {
    return Arrays.stream(values())
        .filter(type -> type.scimName.equals(scimName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No attribute type " + scimName));
  }
}
