import java.io.IOException;
import java.util.Arrays;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Lets through what someone must know: no news, and not that a client is gone.
 *
 * <p>Needs of Payara: that its loggers {@code jakarta.enterprise.web} tell the latter by an
 * exception, or by the text of one.
 */
public class WithoutNoise implements Filter {

  private static final String GONE = IOException.class.getName() + ": Connection is closed";

  @Override
  public boolean isLoggable(LogRecord line) {
    return line.getLevel().intValue() > Level.INFO.intValue() && !tellsOfOneGone(line);
  }

  private static boolean tellsOfOneGone(LogRecord line) {
    return line.getLoggerName().startsWith("jakarta.enterprise.web")
        && (line.getThrown() instanceof IOException
            || (line.getMessage() + Arrays.toString(line.getParameters())).contains(GONE));
  }
}
