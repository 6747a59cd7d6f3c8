package io.rollcall.platform;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the log as text or, if the system property {@code rollcall.log} is json, as one JSON
 * object a line. A server that can be told a formatter finds it by name, in a class loader of its
 * own: so it stands on Java alone.
 */
public final class LogLines extends Formatter {

  /** What {@link Log} writes behind a sentence. */
  private static final Pattern CONTEXT =
      Pattern.compile("(?s)(.*?) requestId=([A-Za-z0-9._-]{1,64})(?: tenant=([a-z0-9-]{1,64}))?$");

  /**
   * What can't stand in a string of JSON, and besides that what some readers take for the end of a
   * line, and half of a pair alone, which can't be written in UTF-8.
   */
  private static final Pattern ESCAPED = Pattern.compile("[\"\\\\\\p{Cc}\u2028\u2029\\p{Cs}]");

  private static final String OURS = "io.rollcall";

  private final Formatter text = new SimpleFormatter();

  @Override
  public String format(LogRecord line) {
    return isJson()
        ? json(fields(line)) + "\n"
        // A line break in a name doesn't begin a line of the log.
        : text.format(line).stripTrailing().replaceAll("\\R(?!\t)", "\n\t") + "\n";
  }

  /** A sentence that isn't of the log, as the log has its own. */
  public static String of(Level level, String sentence) {
    return isJson() ? json(fields(level, OURS, Instant.now(), sentence)) : sentence;
  }

  private static boolean isJson() {
    return "json".equals(System.getProperty("rollcall.log"));
  }

  private Map<String, String> fields(LogRecord line) {
    var message = formatMessage(line);
    var context = CONTEXT.matcher(message == null ? "" : message);
    var isOfRequest = OURS.equals(line.getLoggerName()) && context.matches();
    var fields =
        fields(
            line.getLevel(),
            line.getLoggerName(),
            line.getInstant(),
            isOfRequest ? context.group(1) : message);
    fields.put("thread", Thread.currentThread().getName());
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

  private static Map<String, String> fields(
      Level level, String logger, Instant time, String message) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("time", time.toString());
    fields.put("level", level.getName());
    fields.put("logger", logger);
    fields.put("message", message);
    return fields;
  }

  private static String json(Map<String, String> fields) {
    fields.values().removeIf(value -> value == null);
    var members = fields.entrySet().stream().map(LogLines::member).toList();
    return "{" + String.join(",", members) + "}";
  }

  private static String member(Map.Entry<String, String> field) {
    var value = ESCAPED.matcher(field.getValue()).replaceAll(LogLines::escape);
    return "\"%s\":\"%s\"".formatted(field.getKey(), value);
  }

  private static String escape(MatchResult found) {
    var escape =
        switch (found.group()) {
          case "\"", "\\" -> "\\" + found.group();
          case "\n" -> "\\n";
          case "\t" -> "\\t";
          default -> "\\u%04x".formatted((int) found.group().charAt(0));
        };
    return Matcher.quoteReplacement(escape);
  }
}
