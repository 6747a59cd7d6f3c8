package io.rollcall.platform;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * All settings of the server: MicroProfile Config properties such as {@code rollcall.db.url}, which
 * are environment variables such as {@code ROLLCALL_DB_URL} as well. A server without MicroProfile
 * Config answers from system properties and the environment. A setting is a line of this table, and
 * one of README.md.
 */
public final class Settings {

  /** The first parts of addresses of our own, joined by bars. */
  private static final String OUR_PATHS =
      "account|admin|api|console|core|health|login|logout|metrics|oauth2|openapi|ui|well-known";

  private static final int KIB = 1_024;
  private static final int MIB = 1_024 * KIB;
  private static final int MAX_BYTES = 256 * MIB;
  private static final int HOUR = 3_600;
  private static final int DAY = 24 * HOUR;

  private static final List<Setting<?>> ALL = new ArrayList<>();

  public static final Setting<String> ADDRESS =
      setting("rollcall.address", Form.text("an address of this machine", "\\S+"), "127.0.0.1");
  public static final Setting<Integer> PORT = number("rollcall.port", 8_080, 1, Form.MAX_PORT);
  public static final Setting<Path> DATA = setting("rollcall.data", Form.path(), Path.of("data"));
  public static final Setting<String> TENANT =
      setting(
          "rollcall.tenant",
          Form.text(
              "1 to 64 of a-z, 0-9 and -, and none of " + OUR_PATHS.replace("|", ", "),
              "(?!(?:" + OUR_PATHS + ")$)[a-z0-9-]{1,64}"),
          "default");
  public static final Setting<Optional<String>> ADMIN_KEY =
      optional(
          "rollcall.admin.key",
          Form.secret("32 to 256 visible ASCII characters without blanks", "[!-~]{32,256}"));
  public static final Setting<Optional<String>> OPERATOR_KEY =
      optional(
          "rollcall.operator.key",
          Form.secret("32 to 256 visible ASCII characters without blanks", "[!-~]{32,256}"));
  public static final Setting<Optional<String>> DB_URL =
      optional(
          "rollcall.db.url",
          Form.secret("jdbc:postgresql://host/database", "jdbc:(postgresql|h2):\\S+"));
  public static final Setting<Optional<String>> DB_USER =
      optional("rollcall.db.user", Form.text("a user's name", ".+"));
  public static final Setting<Optional<String>> DB_PASSWORD =
      optional("rollcall.db.password", Form.secret("a password", ".+"));
  public static final Setting<Integer> DB_WAIT_SECONDS =
      number("rollcall.db.wait.seconds", 60, 0, DAY);
  public static final Setting<Optional<String>> PUBLIC_URL =
      optional("rollcall.public.url", Form.webAddress());
  public static final Setting<Set<InetAddress>> TRUSTED_PROXIES =
      setting("rollcall.trusted.proxies", Form.ipAddresses(), Set.of());
  public static final Setting<Optional<String>> METRICS_KEY =
      optional(
          "rollcall.metrics.key",
          Form.secret("32 to 256 visible ASCII characters without blanks", "[!-~]{32,256}"));
  public static final Setting<String> LOG =
      setting("rollcall.log", Form.text("text or json", "text|json"), "text");
  public static final Setting<Optional<byte[]>> ENCRYPTION_KEY =
      optional("rollcall.encryption.key", Form.key());
  public static final Setting<Optional<byte[]>> ENCRYPTION_KEY_PREVIOUS =
      optional("rollcall.encryption.key.previous", Form.key());
  public static final Setting<Boolean> SSO_PRIVATE_ADDRESSES =
      flag("rollcall.sso.private.addresses", false);
  public static final Setting<Boolean> DISCOVERY_OPEN = flag("rollcall.discovery.open", false);
  public static final Setting<Integer> CURSOR_SECONDS =
      number("rollcall.cursor.seconds", HOUR, 1, 30 * DAY);
  public static final Setting<Integer> QUERY_SECONDS =
      number("rollcall.query.seconds", 30, 1, HOUR);
  public static final Setting<Integer> REQUESTS = number("rollcall.requests", 128, 16, 10_000);
  public static final Setting<Integer> BODY_SECONDS = number("rollcall.body.seconds", 30, 1, HOUR);
  public static final Setting<Integer> ANSWER_SECONDS =
      number("rollcall.answer.seconds", 60, 1, HOUR);
  public static final Setting<Integer> PAGE_SIZE = number("rollcall.page.size", 100, 1, 10_000);
  public static final Setting<Integer> PAGE_SIZE_MAX =
      number("rollcall.page.size.max", 200, 1, 10_000);
  public static final Setting<Integer> LIMIT_USER_BYTES = bytes("rollcall.limit.user.bytes", MIB);
  public static final Setting<Integer> LIMIT_GROUP_BYTES =
      bytes("rollcall.limit.group.bytes", 16 * MIB);
  public static final Setting<Integer> LIMIT_IAM_BYTES =
      bytes("rollcall.limit.iam.bytes", 64 * KIB);
  public static final Setting<Integer> LIMIT_DEPTH = number("rollcall.limit.depth", 32, 8, 256);
  public static final Setting<Integer> LIMIT_STRING_LENGTH =
      number("rollcall.limit.string.length", 256 * KIB, 256, 16 * MIB);
  public static final Setting<Integer> LIMIT_NUMBER_LENGTH =
      number("rollcall.limit.number.length", 100, 20, 1_000);
  public static final Setting<Integer> LIMIT_VALUES =
      number("rollcall.limit.values", 1_000_000, 1_000, 10_000_000);
  public static final Setting<Integer> LIMIT_OPERATIONS =
      number("rollcall.limit.operations", 1_000, 1, 100_000);
  public static final Setting<Integer> LIMIT_BULK_BYTES =
      bytes("rollcall.limit.bulk.bytes", 16 * MIB);
  public static final Setting<Integer> LIMIT_BULK_OPERATIONS =
      number("rollcall.limit.bulk.operations", 1_000, 1, 100_000);
  public static final Setting<Integer> LIMIT_SCHEMA_BYTES =
      bytes("rollcall.limit.schema.bytes", 512 * KIB);
  public static final Setting<Integer> LIMIT_FILTER_LENGTH =
      number("rollcall.limit.filter.length", 8 * KIB, 256, 64 * KIB);
  public static final Setting<Integer> LIMIT_FILTER_TERMS =
      number("rollcall.limit.filter.terms", 64, 1, 1_000);
  public static final Setting<Integer> ACTIVITY_DAYS =
      number("rollcall.activity.days", 90, 1, 3_650);
  public static final Setting<Path> WAR =
      setting("rollcall.war", Form.path(), Path.of("target", "rollcall.war"));
  public static final Setting<Optional<String>> JAVA_OPTIONS =
      optional("rollcall.java.options", Form.text("options for Java", "(?s).+"));
  public static final Setting<Integer> STOP_SECONDS = number("rollcall.stop.seconds", 5, 0, HOUR);

  private static final SettingsSource SOURCE = source();

  private Settings() {}

  /**
   * Requires that all that is set can be.
   *
   * @throws CannotStartException that tells all that is wrong, a line each: values that can't be,
   *     values that contradict each other, and names that no setting has; it shows no secret
   */
  public static void requireValid() {
    var problems = new SettingsCheck(SOURCE, ALL).problems();
    if (!problems.isEmpty()) {
      throw new CannotStartException(String.join(System.lineSeparator(), problems));
    }
  }

  /** All settings, in the order of README.md. */
  static List<Setting<?>> all() {
    return List.copyOf(ALL);
  }

  /** The text of the setting of that name; empty when it isn't set or is blank. */
  public static Optional<String> find(String name) {
    return SOURCE.text(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static Setting<Integer> number(String name, int absent, int min, int max) {
    return setting(name, Form.number(min, max), absent);
  }

  private static Setting<Integer> bytes(String name, int absent) {
    return number(name, absent, KIB, MAX_BYTES);
  }

  private static Setting<Boolean> flag(String name, boolean absent) {
    return setting(name, Form.flag(), absent);
  }

  private static <T> Setting<T> setting(String name, Form<T> form, T absent) {
    return listed(Setting.of(name, form, absent));
  }

  private static <T> Setting<Optional<T>> optional(String name, Form<T> form) {
    return listed(Setting.optional(name, form));
  }

  private static <T> Setting<T> listed(Setting<T> setting) {
    ALL.add(setting);
    return setting;
  }

  private static SettingsSource source() {
    try {
      ConfigProvider.getConfig();
      return new MicroProfileSource();
    } catch (NoClassDefFoundError | IllegalStateException noMicroProfile) {
      return new JavaPlatformSource();
    }
  }

  private static final class JavaPlatformSource implements SettingsSource {

    @Override
    public Set<String> names() {
      var names = new TreeSet<>(System.getenv().keySet());
      names.addAll(System.getProperties().stringPropertyNames());
      return names;
    }

    @Override
    public Optional<String> text(String name) {
      return Optional.ofNullable(System.getProperty(name))
          .or(() -> Optional.ofNullable(System.getenv(Setting.variable(name))));
    }
  }

  private static final class MicroProfileSource implements SettingsSource {

    @Override
    public Set<String> names() {
      var names = new TreeSet<>(System.getenv().keySet());
      ConfigProvider.getConfig().getPropertyNames().forEach(names::add);
      return names;
    }

    @Override
    public Optional<String> text(String name) {
      return ConfigProvider.getConfig().getOptionalValue(name, String.class);
    }
  }
}
