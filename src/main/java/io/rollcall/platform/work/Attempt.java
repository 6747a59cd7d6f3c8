package io.rollcall.platform.work;

import java.util.concurrent.Callable;

/**
 * How often the current piece of work has been tried. What the database finds out by itself, as by
 * a unique key, needn't be asked before: the first try finds it out, and the next one says it well.
 */
public final class Attempt {

  private static final ThreadLocal<Boolean> REPEATED = new ThreadLocal<>();

  private Attempt() {}

  /** Whether a try before this one lost a race, or met what was there already. */
  public static boolean isRepeated() {
    return REPEATED.get() != null;
  }

  static <T> T repeated(Callable<T> work) throws Exception {
    REPEATED.set(true);
    try {
      return work.call();
    } finally {
      REPEATED.remove();
    }
  }
}
