import com.sun.enterprise.v3.services.impl.GrizzlyProxy;
import com.sun.enterprise.v3.services.impl.GrizzlyService;
import fish.payara.boot.runtime.BootCommands;
import fish.payara.micro.impl.PayaraMicroImpl;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
 *
 * <p>What another version of Payara may break, since it promises none of it:
 *
 * <ul>
 *   <li>{@code PayaraMicroImpl} and the two properties {@code fish.payara.micro.*}, as its own
 *       launcher uses and sets them: the server boots in this Java, from its unpacked folder;
 *   <li>the logger {@code PayaraMicro}, which writes to a handler of its own, whatever is
 *       configured;
 *   <li>{@code BootCommands} and {@code Globals}, to open the port when the porter has left it: the
 *       option {@code --postdeploycommandfile} would do so before;
 *   <li>{@code GrizzlyService}, {@code GrizzlyProxy} and Grizzly's listener and codec, to put
 *       {@link StrictHeaders} after the parser of requests.
 * </ul>
 */
public class Start {

  /** Payara Micro, unpacked by its option {@code --outputlauncher}. */
  private static final Path SERVER = Path.of(System.getProperty("server")).toAbsolutePath();

  /** Held, for a logger that nobody holds forgets its filter. */
  private static final Logger SERVER_LOG = Logger.getLogger("PayaraMicro");

  private static final String WARM_UP = "--warmup";

  /** The commands that open the port. */
  private static final File OPENING = new File("payara-config/post-deploy.asadmin");

  private static final String LISTENER = "http-listener";

  public static void main(String[] arguments) throws IOException {
    var errors = System.err;
    try {
      run(List.of(arguments).contains(WARM_UP));
    } catch (CannotStart e) {
      e.getMessage().lines().forEach(line -> errors.println(Lines.of("SEVERE", line)));
      System.exit(1);
    }
  }

  /** To warm up it boots, deploys and ends, so that Java sees which classes that takes. */
  private static void run(boolean isToWarmUp) throws IOException {
    var application = new Application(war());
    var launch = application.launch();
    System.getProperties().putAll(launch.prepare());
    if (isToWarmUp) {
      boot(WARM_UP);
      return;
    }
    var port = Integer.getInteger("rollcall.port");
    try (var porter = new Porter(System.getProperty("rollcall.address"), port, launch)) {
      application.awaitDatabase();
      launch.muteAfterFailure();
      boot("--port", port.toString());
    }
    var greeting = launch.greeting();
    open();
    greeting.forEach(line -> System.out.println(Lines.of("INFO", line)));
  }

  /** The one setting that must be known before the WAR can be asked. */
  private static Path war() {
    return Path.of(
        Optional.ofNullable(System.getProperty("rollcall.war"))
            .or(() -> Optional.ofNullable(System.getenv("ROLLCALL_WAR")))
            .map(String::strip)
            .filter(path -> !path.isEmpty())
            .orElse("target/rollcall.war"));
  }

  private static void boot(String... more) {
    SERVER_LOG.setFilter(line -> line.getLevel().intValue() > Level.INFO.intValue());
    System.setProperty(
        "fish.payara.micro.BootJar", SERVER.resolve("launch-micro.jar").toUri().toString());
    System.setProperty("fish.payara.micro.UnpackDir", SERVER.toString());
    try {
      var arguments =
          Stream.of(
              "--rootdir",
              freshRoot(Path.of(System.getProperty("rollcall.data"), "server")).toString(),
              "--prebootcommandfile",
              "payara-config/pre-boot.asadmin",
              "--shutdowngrace",
              // It takes no less than two milliseconds.
              Long.toString(Math.max(2, 1_000L * Integer.getInteger("rollcall.stop.seconds"))),
              "--nohazelcast",
              "--disablephonehome",
              "--deploy",
              war().toString());
      PayaraMicroImpl.main(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
    } catch (Exception e) {
      throw new CannotStart("The server did not start: %s", e.getMessage());
    }
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
}
