package io.rollcall.activity.why;

import io.rollcall.activity.ActivityEntry;
import io.rollcall.directory.StoredResource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a person is here, or isn't.
 *
 * @param verdict in a word
 * @param sentence in a sentence, with what to do
 * @param resource the user or group that is here; empty when there is none
 * @param providerId the provider that has it, or had to do with it last; empty when that is none
 * @param groups the groups that it is in, and since when
 * @param history what was done to it, the newest first
 * @param refused the requests about it that were refused, the newest first
 * @param others what else is here by that name
 * @param similar those with a name that is nearly the same
 */
public record Explanation(
    Verdict verdict,
    String sentence,
    Optional<StoredResource> resource,
    Optional<String> providerId,
    List<InGroup> groups,
    List<ActivityEntry> history,
    List<ActivityEntry> refused,
    List<StoredResource> others,
    List<Similar> similar) {

  /** The word. */
  public enum Verdict {
    HERE("here"),
    INACTIVE("inactive"),
    DELETED("deleted"),
    REFUSED("refused"),
    NEVER_NAMED("neverNamed");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    /** As it is shown: {@code neverNamed}. */
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A group.
   *
   * @param id its id
   * @param name its name
   * @param type {@code direct}, or {@code indirect} when it is in another group that is in it
   * @param since since when; empty when it is there indirectly
   */
  public record InGroup(String id, String name, String type, Optional<Instant> since) {}

  /**
   * Somebody with a name that is nearly the same.
   *
   * @param id the user or group; empty when it isn't here, but was named
   * @param name the name
   */
  public record Similar(Optional<String> id, String name) {}
}
