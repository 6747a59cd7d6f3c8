package io.rollcall.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The settings of the server: MicroProfile Config properties such as {@code rollcall.db.url}, which
 * are environment variables such as {@code ROLLCALL_DB_URL} as well. A server without MicroProfile
 * Config answers from system properties and the environment.
 */
public final class Settings {

  private static final Function<String, Optional<String>> SOURCE = source();

  private Settings() {}

  /** The setting of that name; empty when it isn't set or is blank. */
  public static Optional<String> find(String name) {
    return SOURCE.apply(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** The setting of that name, or the default. */
  public static String get(String name, String defaultValue) {
    return find(name).orElse(defaultValue);
  }

  /**
   * The setting of that name as a whole number above zero, or the default.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  public static int getInt(String name, int defaultValue) {
    var value = find(name);
    try {
      var number = value.map(Integer::parseInt).orElse(defaultValue);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number that is too small.
    }
    throw new IllegalArgumentException(
        "%s: expected a whole number above 0, got %s.".formatted(name, value.orElse("")));
  }

  private static Function<String, Optional<String>> source() {
    try {
      ConfigProvider.getConfig();
      return name -> ConfigProvider.getConfig().getOptionalValue(name, String.class);
    } catch (NoClassDefFoundError | IllegalStateException noMicroProfile) {
      return Settings::fromJavaPlatform;
    }
  }

  private static Optional<String> fromJavaPlatform(String name) {
    return Optional.ofNullable(System.getProperty(name))
        .or(
            () ->
                Optional.ofNullable(
                    System.getenv(name.replace('.', '_').toUpperCase(Locale.ROOT))));
  }
}
