import java.io.IOException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Lets everything through but that a client is gone, which is no trouble of this server. */
public class ClientsThatStay implements Filter {

  @Override
  public boolean isLoggable(LogRecord line) {
    return !(line.getThrown() instanceof IOException
        && line.getLoggerName().startsWith("jakarta.enterprise.web"));
  }
}
