package io.rollcall.activity.overview;

import io.rollcall.provider.SsoProvider;
import java.util.List;
import java.util.Optional;

/**
 * How it goes with one provider.
 *
 * @param provider which one
 * @param state in a word
 * @param sentence in a sentence
 * @param contact when it was heard of; empty when it never was
 * @param users how many users it has
 * @param groups how many groups it has
 * @param failures what fails, by cause, and what did until lately
 * @param forgotten how many users and groups it hasn't named for longer than it names the others
 * @param forgottenFor for how many days at least
 * @param forgottenNames some of these by name
 */
public record ProviderState(
    SsoProvider provider,
    State state,
    String sentence,
    Optional<ProviderContact> contact,
    long users,
    long groups,
    List<FailureGroup> failures,
    long forgotten,
    int forgottenFor,
    List<NamedThing> forgottenNames) {

  /** The word. */
  public enum State {
    IN_SYNC("inSync"),
    FAILING("failing"),
    SILENT("silent"),
    NEVER_CONNECTED("neverConnected");

    private final String text;

    State(String text) {
      this.text = text;
    }

    /** As it is shown: {@code inSync}. */
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A user or group.
   *
   * @param id its id
   * @param name by what name it is known
   */
  public record NamedThing(String id, String name) {}
}
