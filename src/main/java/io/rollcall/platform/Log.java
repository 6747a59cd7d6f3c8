package io.rollcall.platform;

import java.lang.System.Logger.Level;

/**
 * Writes lines of our own to the server's log: a sentence, and behind it {@code requestId=…
 * tenant=…} while a request is served. A formatter finds both there, whichever class loader it has.
 */
public final class Log {

  private static final System.Logger LOG = System.getLogger("io.rollcall");

  private static final ThreadLocal<String> SUFFIX = new ThreadLocal<>();

  private Log() {}

  /** The thread begins to serve a request; {@link #end} ends that. */
  public static void begin(String requestId) {
    SUFFIX.set(" requestId=" + requestId);
  }

  /** The request that the thread serves is of this tenant. */
  public static void isOf(String tenantId) {
    SUFFIX.set(SUFFIX.get() + " tenant=" + tenantId);
  }

  /** The thread has served its request. */
  public static void end() {
    SUFFIX.remove();
  }

  /** Writes one line. */
  public static void write(Level level, String sentence) {
    LOG.log(level, line(sentence));
  }

  /** Writes a line, and what was thrown below it. */
  public static void write(Level level, String sentence, Throwable thrown) {
    LOG.log(level, line(sentence), thrown);
  }

  /** One line, whatever names are in it. */
  private static String line(String sentence) {
    var suffix = SUFFIX.get();
    var line = sentence.replaceAll("\\p{Cntrl}+", " ");
    return suffix == null ? line : line + suffix;
  }
}
