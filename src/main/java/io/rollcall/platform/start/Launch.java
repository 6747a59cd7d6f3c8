package io.rollcall.platform.start;

import io.rollcall.platform.CannotStartException;
import io.rollcall.platform.DataFolder;
import io.rollcall.platform.Settings;
import io.rollcall.platform.database.FirstConnection;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a launcher asks the WAR, whose classes it has from a loader that knows neither its own nor
 * the server's: all is said in types of Java. {@code payara-config/Launch.java} lists the same
 * methods.
 */
public final class Launch {

  private static final String HEALTH = "{\"status\": \"%s\", \"checks\": []}";

  /** As {@code ProblemForm} would write it, for which Jakarta EE isn't there yet. */
  private static final String STARTING =
      "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"503\","
          + "\"detail\":\"The server is starting. Try again soon.\"}";

  private Launch() {}

  /**
   * Checks the settings and makes the data folder.
   *
   * @return the system properties that tell the server what is set
   * @throws CannotStartException when something can't be as it is set
   */
  public static Map<String, String> prepare() {
    Settings.requireValid();
    return Map.of(
        Settings.ADDRESS.name(),
        address().getHostAddress(),
        Settings.PORT.name(),
        Settings.PORT.get().toString(),
        Settings.STOP_SECONDS.name(),
        Settings.STOP_SECONDS.get().toString(),
        Settings.DATA.name(),
        DataFolder.prepare().toString());
  }

  /** See {@link FirstConnection#await()}. */
  public static void awaitDatabase() throws SQLException {
    FirstConnection.await();
  }

  /**
   * Lets nothing be printed any more once the application has told why it can't start: a server
   * tells a failed deployment by stack traces, where one line says it all.
   */
  public static void muteAfterFailure() {
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
  public static List<String> greeting() {
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

  /** The SCIM error of a server that isn't there yet. */
  public static String starting() {
    return STARTING;
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
