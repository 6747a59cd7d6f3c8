package io.rollcall.platform.start;

import io.rollcall.platform.CannotStartException;
import io.rollcall.platform.DataFolder;
import io.rollcall.platform.LogLines;
import io.rollcall.platform.Setting;
import io.rollcall.platform.Settings;
import io.rollcall.platform.database.FirstConnection;
import java.io.Closeable;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.logging.Level;

/**
 * The start of a server with the application in it, for a launcher that has these classes from a
 * loader of their own, which knows neither its nor the server's: all is said in types of Java.
 */
public final class Launch {

  private static final String HEALTH = "{\"status\": \"%s\", \"checks\": []}";

  /** As {@code ProblemForm} would write it, for which Jakarta EE isn't there yet. */
  private static final String STARTING =
      "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"503\","
          + "\"detail\":\"The server is starting. Try again soon.\"}";

  private Launch() {}

  /**
   * Starts the server and greets its operator. What can be wrong with the surroundings is found out
   * before the server is booted, and told in one line with what to do.
   *
   * @param porter begins to answer at an address, each path with the body that it is given for it,
   *     until it is closed; throws {@link UncheckedIOException} when the port can't be had
   * @param boot boots the server and deploys the application; what is set is in system properties,
   *     and the port is still the porter's
   * @param open lets the server listen
   * @return the exit status: 0 when the server serves
   */
  public static int run(
      BiFunction<InetSocketAddress, UnaryOperator<String>, Closeable> porter,
      Callable<?> boot,
      Callable<?> open)
      throws Exception {
    var errors = System.err;
    try {
      start(porter, boot, open);
      return 0;
    } catch (CannotStartException e) {
      e.getMessage().lines().forEach(line -> errors.println(LogLines.of(Level.SEVERE, line)));
      return 1;
    }
  }

  private static void start(
      BiFunction<InetSocketAddress, UnaryOperator<String>, Closeable> porter,
      Callable<?> boot,
      Callable<?> open)
      throws Exception {
    prepare();
    var answering = opened(porter);
    try {
      FirstConnection.await();
      muteAfterFailure();
      call(boot, "The server did not start: ");
    } finally {
      answering.close();
    }
    var greeting = greeting();
    call(open, "The port can't be opened: ");
    greeting.forEach(line -> System.out.println(LogLines.of(Level.INFO, line)));
  }

  /** Checks the settings, makes the data folder, and tells the server what is set. */
  static void prepare() {
    Settings.find(Settings.LOG.name()).ifPresent(form -> set(Settings.LOG, form));
    Settings.requireValid();
    set(Settings.ADDRESS, address().getHostAddress());
    set(Settings.PORT, Settings.PORT.get());
    set(Settings.STOP_SECONDS, Settings.STOP_SECONDS.get());
    set(Settings.DATA, DataFolder.prepare());
  }

  private static void set(Setting<?> setting, Object value) {
    System.setProperty(setting.name(), value.toString());
  }

  private static Closeable opened(
      BiFunction<InetSocketAddress, UnaryOperator<String>, Closeable> porter) {
    var at = new InetSocketAddress(address(), Settings.PORT.get());
    try {
      return porter.apply(at, Launch::answerWhileStarting);
    } catch (UncheckedIOException e) {
      throw new CannotStartException(
          "Port %d of %s can't be used: %s. Stop what uses it, or set ROLLCALL_PORT to another."
              .formatted(at.getPort(), address().getHostAddress(), e.getCause().getMessage()));
    }
  }

  private static void call(Callable<?> step, String failure) {
    try {
      step.call();
    } catch (Exception e) {
      throw new CannotStartException(failure + e.getMessage());
    }
  }

  /**
   * Lets nothing be printed any more once the application has told why it can't start: a server
   * tells a failed deployment by stack traces, where one line says it all.
   */
  static void muteAfterFailure() {
    System.setErr(untilFailure(System.err));
    System.setOut(untilFailure(System.out));
  }

  private static PrintStream untilFailure(PrintStream stream) {
    return new PrintStream(stream, true) {
      @Override
      public void write(byte[] bytes, int offset, int length) {
        if (StartReport.failure().isEmpty()) {
          super.write(bytes, offset, length);
        }
      }
    };
  }

  /**
   * What the operator must know of a server that has started, in lines.
   *
   * @throws CannotStartException when it hasn't
   */
  static List<String> greeting() {
    StartReport.failure()
        .ifPresent(
            message -> {
              throw new CannotStartException(message);
            });
    var tenantIds = StartReport.tenantIds();
    if (tenantIds.isEmpty()) {
      throw new CannotStartException("Rollcall did not start; the lines above say why.");
    }
    var lines = new ArrayList<String>();
    lines.add(
        "Rollcall listens on %s, port %d."
            .formatted(address().getHostAddress(), Settings.PORT.get()));
    var operatorKey = DataFolder.path().resolve(DataFolder.OPERATOR_KEY);
    if (Settings.OPERATOR_KEY.get().isEmpty() && Files.exists(operatorKey)) {
      lines.add("The operator key is in " + operatorKey);
    }
    var key = DataFolder.path().resolve(DataFolder.ADMIN_KEY);
    lines.add(
        Files.exists(key)
            ? "The admin key is in " + key
            : "The admin key is the one that was set at the first start.");
    var base = base();
    tenantIds.forEach(
        id -> lines.add("Tenant URL of %s: %s/%s/api/scim/v2".formatted(id, base, id)));
    lines.add("Tenant URL of whichever tenant the token is of: " + base + "/core/iam/v1/scim");
    return lines;
  }

  /** Whether all is well, in the form of MicroProfile Health. */
  public static String health(boolean isUp) {
    return HEALTH.formatted(isUp ? "UP" : "DOWN");
  }

  /** Its health at the addresses of that, elsewhere the SCIM error of a server that isn't there. */
  static String answerWhileStarting(String path) {
    return switch (path) {
      case "/health/live" -> health(true);
      case "/health/ready" -> health(false);
      default -> STARTING;
    };
  }

  private static String base() {
    var address = address();
    var host = address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
    return Settings.PUBLIC_URL.get().orElseGet(() -> "http://" + host + ":" + Settings.PORT.get());
  }

  private static InetAddress address() {
    var name = Settings.ADDRESS.get();
    try {
      return InetAddress.getByName(name);
    } catch (UnknownHostException e) {
      throw new CannotStartException(
          "ROLLCALL_ADDRESS: %s is no address of this machine. Set an IP address.".formatted(name));
    }
  }
}
