import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;

/** Writes the log as text or, if {@code ROLLCALL_LOG} is json, as one JSON object a line. */
public class Lines extends Formatter {

  /** What io.rollcall.platform.Log writes behind a sentence. */
  private static final Pattern CONTEXT =
      Pattern.compile("(?s)(.*?) requestId=([A-Za-z0-9._-]{1,64})(?: tenant=([a-z0-9-]{1,64}))?$");

  private static final String OURS = "io.rollcall";
  private static final boolean IS_JSON = "json".equals(setting());

  private final Formatter text = new SimpleFormatter();

  @Override
  public String format(LogRecord line) {
    return IS_JSON
        ? json(fields(line)) + "\n"
        // A line break in a name doesn't begin a line of the log.
        : text.format(line).stripTrailing().replaceAll("\\R(?!\t)", "\n\t") + "\n";
  }

  /** A sentence that isn't of the log, as the log has its own. */
  static String of(String level, String sentence) {
    if (!IS_JSON) {
      return sentence;
    }
    var fields = new LinkedHashMap<String, String>();
    fields.put("time", Instant.now().toString());
    fields.put("level", level);
    fields.put("logger", OURS);
    fields.put("message", sentence);
    return json(fields);
  }

  private Map<String, String> fields(LogRecord line) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("time", line.getInstant().toString());
    fields.put("level", line.getLevel().getName());
    fields.put("logger", line.getLoggerName());
    fields.put("thread", Thread.currentThread().getName());
    var message = formatMessage(line);
    var context = CONTEXT.matcher(message == null ? "" : message);
    var isOfRequest = OURS.equals(line.getLoggerName()) && context.matches();
    fields.put("message", isOfRequest ? context.group(1) : message);
    if (line.getThrown() != null) {
      var trace = new StringWriter();
      line.getThrown().printStackTrace(new PrintWriter(trace, true));
      fields.put("exception", trace.toString());
    }
    if (isOfRequest) {
      fields.put("requestId", context.group(2));
      fields.put("tenant", context.group(3));
    }
    return fields;
  }

  private static String json(Map<String, String> fields) {
    var json = new StringBuilder();
    fields.forEach(
        (name, value) -> {
          if (value != null) {
            json.append(json.isEmpty() ? "{" : ",").append('"').append(name).append("\":\"");
            escape(value, json);
            json.append('"');
          }
        });
    return json.append('}').toString();
  }

  private static void escape(String value, StringBuilder json) {
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\n' -> json.append("\\n");
        case '\t' -> json.append("\\t");
        default -> {
          // Besides control characters what some readers take for the end of a line, and halves.
          if (c < ' ' || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029 || isHalf(value, i)) {
            json.append("\\u%04x".formatted((int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
  }

  /** Half of a pair alone can't be written in UTF-8. */
  private static boolean isHalf(String value, int at) {
    var c = value.charAt(at);
    return Character.isHighSurrogate(c)
            && (at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1)))
        || Character.isLowSurrogate(c)
            && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
  }

  private static String setting() {
    var property = System.getProperty("rollcall.log");
    var text = property == null ? System.getenv("ROLLCALL_LOG") : property;
    return text == null ? "" : text.strip();
  }
}
