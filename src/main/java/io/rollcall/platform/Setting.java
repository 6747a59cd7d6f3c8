package io.rollcall.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One setting: its name, what its value may be, and what holds when it isn't set.
 *
 * @param <T> what its value is to the program; an {@code Optional} when there may be none
 */
public final class Setting<T> {

  private static final int MAX_SHOWN = 100;

  private final String name;
  private final Form<?> form;
  private final Function<String, Optional<T>> reader;
  private final T absent;

  private Setting(String name, Form<?> form, Function<String, Optional<T>> reader, T absent) {
    this.name = name;
    this.form = form;
    this.reader = reader;
    this.absent = absent;
  }

  /** A setting with a default. */
  static <T> Setting<T> of(String name, Form<T> form, T absent) {
    return new Setting<>(name, form, form.reader(), absent);
  }

  /** A setting that may have no value. */
  static <T> Setting<Optional<T>> optional(String name, Form<T> form) {
    return new Setting<>(
        name, form, text -> form.reader().apply(text).map(Optional::of), Optional.empty());
  }

  /**
   * The value, or the default when the setting isn't set or is blank.
   *
   * @throws IllegalArgumentException when it can't be understood, with {@link #problem}'s line
   */
  public T get() {
    var text = Settings.find(name);
    return text.isEmpty()
        ? absent
        : read(text.get())
            .orElseThrow(() -> new IllegalArgumentException(problem(text.get()).orElseThrow()));
  }

  /** The value that a text means; empty when it can't be one. */
  Optional<T> read(String text) {
    return reader.apply(text);
  }

  /** The name as a property: {@code rollcall.db.url}. */
  public String name() {
    return name;
  }

  /** The name as an environment variable: {@code ROLLCALL_DB_URL}. */
  String variable() {
    return variable(name);
  }

  static String variable(String name) {
    return name.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** The default, or no value. */
  T absent() {
    return absent;
  }

  /** What is wrong with a text as its value, in a line that shows no secret. */
  Optional<String> problem(String text) {
    if (read(text).isPresent()) {
      return Optional.empty();
    }
    var got = form.isSecret() ? "" : ", got " + shown(text);
    return Optional.of("%s: expected %s%s.".formatted(variable(), form.expected(), got));
  }

  private static String shown(String text) {
    var line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "…";
  }

  @Override
  public String toString() {
    return name;
  }
}
