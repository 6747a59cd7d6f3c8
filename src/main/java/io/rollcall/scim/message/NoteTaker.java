package io.rollcall.scim.message;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes notes while a message is read: a hundred of each kind, for of a message that is wrong all
 * over an admin reads the beginning. They tell the form that something came in, never a value that
 * could be a secret.
 *
 * <p>One instance serves one message and isn't thread-safe.
 */
public final class NoteTaker {

  private static final int MOST_TOLD = 100;

  private final List<String> ignored;
  private final List<String> tolerated;

  /** Nothing was noted so far. */
  public NoteTaker() {
    this(Notes.NONE);
  }

  /**
   * Goes on where the reading of the message ended.
   *
   * @param soFar what was noted
   */
  public NoteTaker(Notes soFar) {
    this.ignored = new ArrayList<>(soFar.ignored());
    this.tolerated = new ArrayList<>(soFar.tolerated());
  }

  /**
   * Notes a name that no schema defines.
   *
   * @param name as it was sent; no more than {@link Excerpt} shows is kept
   */
  public void ignore(String name) {
    if (ignored.size() < MOST_TOLD) {
      ignored.add(Excerpt.of(name));
    }
  }

  /**
   * Notes where a rule was bent.
   *
   * @param where the attribute or member; of names from outside no more than {@link Excerpt} shows
   * @param what what it was taken for, in words that follow its name
   */
  public void tolerate(String where, String what) {
    if (tolerated.size() < MOST_TOLD) {
      tolerated.add(where + ": " + what);
    }
  }

  /** What was noted, in order. */
  public Notes notes() {
    return new Notes(List.copyOf(ignored), List.copyOf(tolerated));
  }
}
