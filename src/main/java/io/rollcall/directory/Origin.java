package io.rollcall.directory;

/** How a user or group came into being; it remembers that for ever. */
public enum Origin {
  /** An identity provider created it over SCIM. */
  SCIM("scim"),
  /** An admin did. */
  ADMIN("admin");

  private final String text;

  Origin(String text) {
    this.text = text;
  }

  /** As it is shown: {@code scim}. */
  @Override
  public String toString() {
    return text;
  }
}
