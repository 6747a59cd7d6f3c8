import com.sun.enterprise.v3.services.impl.GrizzlyProxy;
import com.sun.enterprise.v3.services.impl.GrizzlyService;
import fish.payara.boot.runtime.BootCommands;
import fish.payara.micro.impl.PayaraMicroImpl;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.glassfish.embeddable.CommandRunner;
import org.glassfish.grizzly.config.GenericGrizzlyListener;
import org.glassfish.grizzly.config.dom.NetworkListener;
import org.glassfish.grizzly.http.HttpCodecFilter;
import org.glassfish.internal.api.Globals;

/**
 * Starts Rollcall on Payara Micro. What can be wrong with the surroundings is found out before the
 * server is booted, and told in one line with what to do; the exit status is then 1.
 */
public class Start {

  /** Payara Micro, unpacked by its option {@code --outputlauncher}. */
  private static final Path SERVER = Path.of(System.getProperty("server")).toAbsolutePath();

  /** It brings a handler of its own to say that it has stopped, whatever is configured. */
  private static final Logger SERVER_LOG = Logger.getLogger("PayaraMicro");

  private static final Logger WEB_LOG = Logger.getLogger("jakarta.enterprise.web");

  private static final Path LIBRARIES = Path.of("target/rollcall/WEB-INF/lib");

  /** The WAR sets this property when it is ready. */
  private static final String TENANT_IDS = "rollcall.tenant.ids";

  /** The WAR sets this one when a setting can't be. */
  private static final String FAILURE = "rollcall.start.failure";

  private static final String WARM_UP = "--warmup";

  /** The commands that open the port. */
  private static final File OPENING = new File("payara-config/post-deploy.asadmin");

  private static final String LISTENER = "http-listener";

  private static final int MAX_PORT = 65_535;

  public static void main(String[] arguments) {
    var errors = System.err;
    try {
      if (List.of(arguments).contains(WARM_UP)) {
        warmUp();
      } else {
        run();
      }
    } catch (CannotStart e) {
      errors.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Boots, deploys and ends, so that Java sees which classes that takes; opens no port. */
  private static void warmUp() {
    boot(dataFolder(setting("rollcall.data").orElse("data")), List.of(WARM_UP));
  }

  private static void run() {
    var address = address(setting("rollcall.address").orElse("127.0.0.1"));
    var port = port(setting("rollcall.port").orElse("8080"));
    var data = dataFolder(setting("rollcall.data").orElse("data"));
    try (var porter = porter(address, port)) {
      requireDatabase(data);
      System.setProperty("rollcall.address", address.getHostAddress());
      System.setProperty("rollcall.data", data.toString());
      muteAfterFailure();
      boot(data, List.of("--port", Integer.toString(port)));
    }
    open();
    greet(address, port, data);
  }

  private static InetAddress address(String name) {
    try {
      return InetAddress.getByName(name);
    } catch (UnknownHostException e) {
      throw new CannotStart(
          "ROLLCALL_ADDRESS: %s is no address of this machine. Set an IP address.", name);
    }
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > MAX_PORT || text.equals("0")) {
      throw new CannotStart("ROLLCALL_PORT: expected 1 to %d, got %s.", MAX_PORT, text);
    }
    return Integer.parseInt(text);
  }

  private static Porter porter(InetAddress address, int port) {
    try {
      return new Porter(address, port);
    } catch (IOException e) {
      throw new CannotStart(
          "Port %d of %s can't be used: %s. Stop what uses it, or set ROLLCALL_PORT to another.",
          port, address.getHostAddress(), e.getMessage());
    }
  }

  private static Path dataFolder(String name) {
    var folder = Path.of(name).toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "write", "able"));
      return folder;
    } catch (IOException e) {
      throw new CannotStart(
          "The data folder %s can't be written. Give this user the right, or set ROLLCALL_DATA to"
              + " another folder.",
          folder);
    }
  }

  private static void requireDatabase(Path data) {
    var embedded = data.resolve("rollcall");
    var configured = setting("rollcall.db.url");
    if (configured.isEmpty() && !Files.exists(Path.of(embedded + ".mv.db"))) {
      return;
    }
    var url = configured.orElse("jdbc:h2:file:" + embedded);
    try (var libraries = new URLClassLoader(libraries())) {
      awaitDatabase(ServiceLoader.load(Driver.class, libraries), url);
    } catch (IOException | SQLException e) {
      throw new CannotStart(
          "The database %s can't be reached: %s. Start it, or correct ROLLCALL_DB_URL,"
              + " ROLLCALL_DB_USER and ROLLCALL_DB_PASSWORD.",
          url.replaceAll("\\?.*", ""), e.getMessage().lines().findFirst().orElse(""));
    }
  }

  private static void awaitDatabase(Iterable<Driver> drivers, String url) throws SQLException {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds("rollcall.db.wait.seconds", 60));
    for (var attempt = 1; ; attempt++) {
      try {
        connect(drivers, url);
        return;
      } catch (SQLException e) {
        if (!maySoonBeThere(e) || System.nanoTime() > end) {
          throw e;
        }
        if (attempt == 1) {
          System.out.println("Waiting for the database " + url.replaceAll("\\?.*", ""));
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
      }
    }
  }

  /** It isn't reachable, or is starting; a wrong password doesn't become right by waiting. */
  private static boolean maySoonBeThere(SQLException e) {
    var state = Optional.ofNullable(e.getSQLState()).orElse("");
    return state.startsWith("08") || state.equals("57P03");
  }

  /** The server takes no less than two. */
  private static long stopMilliseconds() {
    return Math.max(2, TimeUnit.SECONDS.toMillis(seconds("rollcall.stop.seconds", 5)));
  }

  private static int seconds(String name, int defaultValue) {
    var text = setting(name).orElse(Integer.toString(defaultValue));
    if (!text.matches("\\d{1,6}")) {
      throw new CannotStart("%s: expected a number of seconds, got %s.", variable(name), text);
    }
    return Integer.parseInt(text);
  }

  private static void connect(Iterable<Driver> drivers, String url) throws SQLException {
    var credentials = new Properties();
    var isEmbedded = url.startsWith("jdbc:h2:");
    credentials.put("user", setting("rollcall.db.user").orElse(isEmbedded ? "rollcall" : ""));
    credentials.put("password", setting("rollcall.db.password").orElse(""));
    if (!isEmbedded) {
      credentials.put("connectTimeout", "5");
    }
    credentials.values().removeIf(value -> value.equals("") && !isEmbedded);
    for (var driver : drivers) {
      if (driver.acceptsURL(url)) {
        driver.connect(url, credentials).close();
        return;
      }
    }
    throw new SQLException("no driver for it; expected jdbc:postgresql:// or jdbc:h2:");
  }

  private static URL[] libraries() throws IOException {
    try (Stream<Path> files = Files.list(LIBRARIES)) {
      return files.map(Start::url).toArray(URL[]::new);
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server tells a failed deployment by four stack traces, where one line says it all. */
  private static void muteAfterFailure() {
    System.setErr(untilFailure(System.err));
    System.setOut(untilFailure(System.out));
  }

  private static PrintStream untilFailure(PrintStream stream) {
    return new PrintStream(stream, true) {
      @Override
      public void write(byte[] bytes, int offset, int length) {
        if (System.getProperty(FAILURE) == null) {
          super.write(bytes, offset, length);
        }
      }
    };
  }

  private static void boot(Path data, List<String> arguments) {
    SERVER_LOG.setFilter(line -> line.getLevel().intValue() > Level.INFO.intValue());
    // A client that is gone can't be answered, which is no trouble of this server.
    WEB_LOG.setFilter(line -> !(line.getThrown() instanceof IOException));
    System.setProperty(
        "fish.payara.micro.BootJar", SERVER.resolve("launch-micro.jar").toUri().toString());
    System.setProperty("fish.payara.micro.UnpackDir", SERVER.toString());
    try {
      var all =
          Stream.of(
              "--rootdir",
              freshRoot(data.resolve("server")).toString(),
              "--prebootcommandfile",
              "payara-config/pre-boot.asadmin",
              "--shutdowngrace",
              Long.toString(stopMilliseconds()),
              "--nohazelcast",
              "--disablephonehome",
              "--deploy",
              setting("rollcall.war").orElse("target/rollcall.war"));
      PayaraMicroImpl.main(Stream.concat(all, arguments.stream()).toArray(String[]::new));
      if (System.getProperty(FAILURE) != null) {
        throw new CannotStart("%s", System.getProperty(FAILURE));
      }
      if (System.getProperty(TENANT_IDS) == null) {
        throw new CannotStart("Rollcall did not start; the lines above say why.");
      }
    } catch (Exception e) {
      throw e instanceof CannotStart known
          ? known
          : new CannotStart("The server did not start: %s", e.getMessage());
    }
  }

  /** Lets the server listen, whose application is there now. */
  private static void open() {
    var commands = new BootCommands();
    try {
      commands.parseCommandScript(OPENING, false);
    } catch (IOException e) {
      throw new CannotStart("The port can't be opened: %s", e.getMessage());
    }
    if (!commands.executeCommands(Globals.get(CommandRunner.class))) {
      throw new CannotStart("The port can't be opened; the lines above say why.");
    }
    var listener = Globals.getDefaultHabitat().getService(NetworkListener.class, LISTENER);
    var proxy = (GrizzlyProxy) Globals.get(GrizzlyService.class).lookupNetworkProxy(listener);
    ((GenericGrizzlyListener) proxy.getUnderlyingListener())
        .getFilters(HttpCodecFilter.class)
        .forEach(filter -> filter.getMonitoringConfig().addProbes(new StrictHeaders()));
  }

  /** What a server leaves there it would deploy once more at the next start. */
  private static Path freshRoot(Path root) throws IOException {
    if (Files.exists(root)) {
      for (var file : files(root).sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    Files.createDirectory(root);
    for (var part : List.of("config", "docroot", "lib")) {
      for (var file : files(SERVER.resolve(part)).toList()) {
        Files.copy(file, root.resolve(SERVER.relativize(file)));
      }
    }
    return root;
  }

  private static Stream<Path> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.toList().stream();
    }
  }

  private static void greet(InetAddress address, int port, Path data) {
    var host = address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
    var base =
        setting("rollcall.public.url")
            .map(url -> url.replaceAll("/+$", ""))
            .orElse("http://" + host + ":" + port);
    System.out.printf("Rollcall listens on %s, port %d.%n", address.getHostAddress(), port);
    System.out.println(
        Files.exists(data.resolve("admin-key"))
            ? "The admin key is in " + data.resolve("admin-key")
            : "The admin key is the one that was set at the first start.");
    for (var tenant : System.getProperty(TENANT_IDS).split(",")) {
      System.out.printf("Tenant URL of %s: %s/%s/api/scim/v2%n", tenant, base, tenant);
    }
    System.out.printf(
        "Tenant URL of whichever tenant the token is of: %s/core/iam/v1/scim%n", base);
  }

  private static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getProperty(name))
        .or(() -> Optional.ofNullable(System.getenv(variable(name))))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static String variable(String setting) {
    return setting.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private static final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotStart(String message, Object... arguments) {
      super(message.formatted(arguments), null, false, false);
    }
  }
}
