package io.rollcall.activity.overview;

import java.time.Instant;

/**
 * What will go wrong unless somebody does something.
 *
 * @param kind what it is
 * @param providerId the provider that it concerns
 * @param sentence what will happen, and what to do
 * @param at when it happens, or has begun to
 */
public record Warning(Kind kind, String providerId, String sentence, Instant at) {

  /** The kinds. */
  public enum Kind {
    TOKEN_EXPIRES("tokenExpires"),
    SILENT("silent"),
    IDENTIFIERS("identifiers");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** As it is shown: {@code tokenExpires}. */
    @Override
    public String toString() {
      return text;
    }
  }
}
