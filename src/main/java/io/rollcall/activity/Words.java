package io.rollcall.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times and numbers as sentences have them. */
public final class Words {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** From so many of a unit on, the next one says it better. */
  private static final int ENOUGH = 2;

  private static final long HOUR = 60;
  private static final long DAY = 24 * HOUR;

  /** What would break the line, or turn the direction of the words after it. */
  private static final Pattern CONTROLS =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

  private Words() {}

  /** The text with nothing in it that makes a sentence look like another one. */
  public static String plain(String text) {
    return CONTROLS.matcher(text).replaceAll("\uFFFD");
  }

  /** {@code 3 November 2030, 02:14 UTC}. */
  public static String time(Instant time) {
    return MINUTE.format(time);
  }

  /** {@code 26 hours}; of a longer time its days. */
  public static String duration(Duration duration) {
    var minutes = Math.max(1, duration.toMinutes());
    if (minutes < ENOUGH * HOUR) {
      return count(minutes, "minute");
    }
    return minutes < ENOUGH * DAY ? count(minutes / HOUR, "hour") : count(minutes / DAY, "day");
  }

  /** {@code 1 person}, {@code 7 people}. */
  public static String people(long number) {
    return number == 1 ? "1 person" : number + " people";
  }

  /** {@code 1 minute}, {@code 40 minutes}. */
  public static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  /** {@code a, b and c}; of more than so many the first, and how many more. */
  public static String list(List<String> texts, int most) {
    var shown = texts.subList(0, Math.min(most, texts.size()));
    var more = texts.size() - shown.size();
    if (more > 0) {
      return String.join(", ", shown) + " and " + more + " more";
    }
    return shown.size() < ENOUGH
        ? String.join("", shown)
        : String.join(", ", shown.subList(0, shown.size() - 1))
            + " and "
            + shown.get(shown.size() - 1);
  }
}
