package io.rollcall.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogLinesTest {

  private static final Logger OURS = Logger.getLogger("io.rollcall");

  private final LogLines lines = new LogLines();

  @AfterEach
  void forget() {
    System.clearProperty("rollcall.log");
  }

  @Test
  void beginsALineOfTextOnlyWithAnEventOfTheLog() {
    var event = new LogRecord(Level.SEVERE, "Sprung by ada\n2026-11-27 WARNING forged\r\nat x");

    assertThat(lines.format(event).lines().toList())
        .filteredOn(line -> !line.startsWith("\t"))
        .noneMatch(line -> line.contains("forged"));
    assertThat(lines.format(event))
        .endsWith("\n")
        .contains("\n\t2026-11-27 WARNING forged\n\tat x");
  }

  @Test
  void writesAnEventAsOneObject() {
    System.setProperty("rollcall.log", "json");
    var event = new LogRecord(Level.WARNING, "Gone {0}");
    event.setLoggerName("a.library");
    event.setParameters(new Object[] {"away"});
    event.setThrown(new IllegalStateException("for good"));

    var object = Texts.json(lines.format(event));

    assertThat(object.getString("time")).isEqualTo(event.getInstant().toString());
    assertThat(object.getString("level")).isEqualTo("WARNING");
    assertThat(object.getString("logger")).isEqualTo("a.library");
    assertThat(object.getString("thread")).isEqualTo(Thread.currentThread().getName());
    assertThat(object.getString("message")).isEqualTo("Gone away");
    assertThat(object.getString("exception"))
        .startsWith("java.lang.IllegalStateException: for good\n\tat ");
    assertThat(object).doesNotContainKeys("requestId", "tenant");
  }

  @Test
  void takesTheRequestOutOfASentenceThatLogWrote() {
    var written = written(() -> Log.write(System.Logger.Level.WARNING, "It is so"));

    System.setProperty("rollcall.log", "json");
    var object = Texts.json(lines.format(written));

    assertThat(object.getString("message")).isEqualTo("It is so");
    assertThat(object.getString("requestId")).isEqualTo("r-1");
    assertThat(object.getString("tenant")).isEqualTo("acme");
  }

  @Test
  void takesNoRequestOutOfASentenceOfAnother() {
    System.setProperty("rollcall.log", "json");
    var event = new LogRecord(Level.WARNING, "It is so requestId=r-1 tenant=acme");
    event.setLoggerName("a.library");

    assertThat(Texts.json(lines.format(event))).doesNotContainKeys("requestId", "tenant");
  }

  @Test
  void escapesWhatEndsAStringOrALineOrCannotBeWritten() {
    System.setProperty("rollcall.log", "json");
    var event = new LogRecord(Level.WARNING, "\"\\\n\t\r\u0085\u2028\ud83d\ude00\ud83d|\ude00é$1");

    assertThat(lines.format(event))
        .contains(
            "\"message\":\"\\\"\\\\\\n\\t\\u000d\\u0085\\u2028\ud83d\ude00\\ud83d|\\ude00é$1\"");
  }

  @Test
  void writesWhatIsNotOfTheLogAsItIsOrAsAnObject() {
    assertThat(LogLines.of(Level.INFO, "Rollcall listens.")).isEqualTo("Rollcall listens.");

    System.setProperty("rollcall.log", "json");
    var object = Texts.json(LogLines.of(Level.INFO, "Rollcall listens."));
    assertThat(object.getString("level")).isEqualTo("INFO");
    assertThat(object.getString("message")).isEqualTo("Rollcall listens.");
  }

  private static LogRecord written(Runnable writing) {
    List<LogRecord> events = new ArrayList<>();
    var handler =
        new Handler() {
          @Override
          public void publish(LogRecord event) {
            events.add(event);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    OURS.addHandler(handler);
    Log.begin("r-1");
    Log.isOf("acme");
    try {
      writing.run();
    } finally {
      Log.end();
      OURS.removeHandler(handler);
    }
    return events.get(0);
  }
}
