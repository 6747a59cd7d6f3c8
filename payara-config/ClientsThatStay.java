import java.io.IOException;
import java.util.Arrays;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Lets everything through but that a client is gone, which is no trouble of this server. */
public class ClientsThatStay implements Filter {

  private static final String GONE = IOException.class.getName() + ": Connection is closed";

  @Override
  public boolean isLoggable(LogRecord line) {
    return !(line.getLoggerName().startsWith("jakarta.enterprise.web") && tellsOfOneGone(line));
  }

  /** The server writes what was thrown into the text as well. */
  private static boolean tellsOfOneGone(LogRecord line) {
    return line.getThrown() instanceof IOException
        || (line.getMessage() + Arrays.toString(line.getParameters())).contains(GONE);
  }
}
