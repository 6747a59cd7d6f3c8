package io.rollcall.web.scim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a client would like the answer to a change to be (RFC 7240 §4.2). */
enum Preference {
  REPRESENTATION("return=representation"),
  MINIMAL("return=minimal");

  private final String text;

  Preference(String text) {
    this.text = text;
  }

  /** The first preference that is known here; empty when the client states none. */
  static Optional<Preference> of(List<String> headers) {
    return headers.stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(preference -> preference.split(";", 2)[0])
        .map(preference -> preference.replaceAll("[\\s\"]", "").toLowerCase(Locale.ROOT))
        .flatMap(preference -> Arrays.stream(values()).filter(p -> p.text.equals(preference)))
        .findFirst();
  }

  /** The value of Preference-Applied. */
  @Override
  public String toString() {
    return text;
  }
}
