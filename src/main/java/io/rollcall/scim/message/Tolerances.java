package io.rollcall.scim.message;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a rule was bent to understand a message, in sentences for admins: {@code active: "False"
 * was taken for false}. They tell the form that something came in, never a value that could be a
 * secret.
 *
 * <p>One instance serves one message and isn't thread-safe.
 */
public final class Tolerances {

  /** Of a message that bends rules all over, an admin reads the beginning. */
  private static final int MOST_TOLD = 100;

  private final List<String> sentences;

  /** Nothing was bent so far. */
  public Tolerances() {
    this(List.of());
  }

  /**
   * Goes on where the reading of the message ended.
   *
   * @param sentences what was told so far
   */
  public Tolerances(List<String> sentences) {
    this.sentences = new ArrayList<>(sentences);
  }

  /**
   * Notes one.
   *
   * @param where the attribute or member; of names from outside no more than {@link Excerpt} shows
   * @param what what it was taken for, in words that follow its name
   */
  public void note(String where, String what) {
    if (sentences.size() < MOST_TOLD) {
      sentences.add(where + ": " + what);
    }
  }

  /** What was noted, in order, the first hundred of it. */
  public List<String> sentences() {
    return List.copyOf(sentences);
  }
}
