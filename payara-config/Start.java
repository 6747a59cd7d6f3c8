import com.sun.enterprise.v3.services.impl.GrizzlyProxy;
import com.sun.enterprise.v3.services.impl.GrizzlyService;
import fish.payara.boot.runtime.BootCommands;
import fish.payara.micro.impl.PayaraMicroImpl;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

  /** The WAR sets this property when it is ready. */
  private static final String TENANT_IDS = "rollcall.tenant.ids";

  /** The WAR sets this one when a setting can't be. */
  private static final String FAILURE = "rollcall.start.failure";

  private static final String WARM_UP = "--warmup";

  /** The commands that open the port. */
  private static final File OPENING = new File("payara-config/post-deploy.asadmin");

  private static final String LISTENER = "http-listener";

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
    var application = new Application(Application.war());
    boot(application, application.dataFolder(), List.of(WARM_UP));
  }

  private static void run() {
    var application = new Application(Application.war());
    requireSettings(application);
    var address = address(application.setting("rollcall.address"));
    var port = application.number("rollcall.port");
    var data = application.dataFolder();
    try (var porter = porter(address, port)) {
      application.awaitDatabase();
      System.setProperty("rollcall.address", address.getHostAddress());
      System.setProperty("rollcall.data", data.toString());
      muteAfterFailure();
      boot(application, data, List.of("--port", Integer.toString(port)));
    }
    open();
    greet(address, port, application.setting("rollcall.public.url"), data);
  }

  private static void requireSettings(Application application) {
    var problems = application.problems();
    if (!problems.isEmpty()) {
      throw new CannotStart("%s", String.join("\n", problems));
    }
  }

  private static InetAddress address(String name) {
    try {
      return InetAddress.getByName(name);
    } catch (UnknownHostException e) {
      throw new CannotStart(
          "ROLLCALL_ADDRESS: %s is no address of this machine. Set an IP address.", name);
    }
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

  private static void boot(Application application, Path data, List<String> arguments) {
    SERVER_LOG.setFilter(line -> line.getLevel().intValue() > Level.INFO.intValue());
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
              Long.toString(stopMilliseconds(application.number("rollcall.stop.seconds"))),
              "--nohazelcast",
              "--disablephonehome",
              "--deploy",
              Application.war().toString());
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

  /** The server takes no less than two. */
  private static long stopMilliseconds(int seconds) {
    return Math.max(2, TimeUnit.SECONDS.toMillis(seconds));
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

  private static void greet(InetAddress address, int port, String publicUrl, Path data) {
    var host = address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
    var base =
        publicUrl.isEmpty() ? "http://" + host + ":" + port : publicUrl.replaceAll("/+$", "");
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
}
