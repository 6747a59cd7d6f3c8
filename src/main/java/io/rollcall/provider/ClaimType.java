package io.rollcall.provider;

/** What a claim of a provider's tokens can tell of who signs in. */
public enum ClaimType {
  NAME("nameClaimType"),
  EMAIL("emailClaimType"),
  PHONE_NUMBER("phoneNumberClaimType"),
  /** Who somebody is. */
  SUBJECT("subjectClaimType");

  private final String text;

  ClaimType(String text) {
    this.text = text;
  }

  /** Its name in JSON. */
  @Override
  public String toString() {
    return text;
  }
}
