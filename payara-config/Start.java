import com.sun.enterprise.util.io.FileUtils;
import com.sun.enterprise.v3.services.impl.GrizzlyProxy;
import com.sun.enterprise.v3.services.impl.GrizzlyService;
import fish.payara.boot.runtime.BootCommands;
import fish.payara.micro.impl.PayaraMicroImpl;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import org.glassfish.embeddable.CommandRunner;
import org.glassfish.grizzly.config.GenericGrizzlyListener;
import org.glassfish.grizzly.config.dom.NetworkListener;
import org.glassfish.grizzly.http.HttpCodecFilter;
import org.glassfish.internal.api.Globals;

/**
 * Starts Rollcall on Payara Micro, as {@code io.rollcall.platform.start.Launch} of the WAR says.
 *
 * <p>Needs of Payara, which promises none of it:
 *
 * <ul>
 *   <li>{@code PayaraMicroImpl} and the two properties {@code fish.payara.micro.*}, as its own
 *       launcher uses and sets them: the server boots in this Java, from its unpacked folder;
 *   <li>the logger {@code PayaraMicro}, which writes to a handler of its own, whatever is
 *       configured;
 *   <li>{@code BootCommands} and {@code Globals}, to open the port when the porter has left it: the
 *       option {@code --postdeploycommandfile} would do so before;
 *   <li>{@code GrizzlyService}, {@code GrizzlyProxy} and Grizzly's listener and codec, to put
 *       {@link StrictHeaders} after the parser of requests;
 *   <li>{@code FileUtils}, to copy and delete folders.
 * </ul>
 */
public class Start {

  /** Payara Micro, unpacked by its option {@code --outputlauncher}. */
  private static final File SERVER = new File(System.getProperty("server")).getAbsoluteFile();

  /** Held, for a logger that nobody holds forgets its filter. */
  private static final Logger SERVER_LOG = Logger.getLogger("PayaraMicro");

  /** Takes the options of the server that are no settings. */
  public static void main(String[] options) throws Exception {
    SERVER_LOG.setFilter(new WithoutNoise());
    if (launch(war(), List.of(options)) != 0) {
      System.exit(1);
    }
  }

  /** The one setting that must be known before the WAR can be asked. */
  private static Path war() {
    var property = System.getProperty("rollcall.war");
    var text = property == null ? System.getenv("ROLLCALL_WAR") : property;
    return Path.of(text == null || text.isBlank() ? "target/rollcall.war" : text.strip());
  }

  private static int launch(Path war, List<String> options) throws Exception {
    // A server that only warms up has no port.
    BiFunction<InetSocketAddress, UnaryOperator<String>, Closeable> porter =
        options.contains("--warmup") ? (address, answers) -> () -> {} : Porter::open;
    Callable<?> boot = () -> boot(war, options);
    Callable<?> open = Start::open;
    var folder = Files.createTempDirectory("rollcall");
    try (var classes = classes(war, folder)) {
      return (int)
          Class.forName("io.rollcall.platform.start.Launch", true, classes)
              .getMethod("run", BiFunction.class, Callable.class, Callable.class)
              .invoke(null, porter, boot, open);
    } catch (IOException | ProviderNotFoundException | ClassNotFoundException e) {
      System.err.printf("ROLLCALL_WAR: there is no file %s with Rollcall in it: %s.%n", war, e);
      return 1;
    } finally {
      FileUtils.whack(folder.toFile());
    }
  }

  /**
   * The WAR's classes and libraries, unpacked, for Java reads no jar within a jar. They see nothing
   * of the server's: it brings an older H2, which would spoil a file of the WAR's, and a
   * MicroProfile Config that waits until it has booted.
   */
  private static URLClassLoader classes(Path war, Path folder) throws IOException {
    var urls = new ArrayList<URL>();
    try (var contents = FileSystems.newFileSystem(war);
        var files = Files.walk(contents.getPath("WEB-INF"))) {
      for (var file : (Iterable<Path>) files::iterator) {
        var copy = Files.copy(file, folder.resolve(file.toString()));
        if (file.endsWith("classes") || file.toString().endsWith(".jar")) {
          urls.add(copy.toUri().toURL());
        }
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static Object boot(Path war, List<String> options) throws Exception {
    System.setProperty(
        "fish.payara.micro.BootJar", new File(SERVER, "launch-micro.jar").toURI().toString());
    System.setProperty("fish.payara.micro.UnpackDir", SERVER.toString());
    // It takes no less than two milliseconds.
    var grace = Math.max(2, 1_000L * Integer.getInteger("rollcall.stop.seconds"));
    var all = new ArrayList<>(options);
    all.addAll(List.of("--rootdir", freshRoot().toString(), "--deploy", war.toString()));
    all.addAll(List.of("--port", System.getProperty("rollcall.port")));
    all.addAll(List.of("--shutdowngrace", Long.toString(grace)));
    return PayaraMicroImpl.create(all.toArray(String[]::new));
  }

  /** What a server leaves there it would deploy once more at the next start. */
  private static File freshRoot() throws IOException {
    var root = new File(System.getProperty("rollcall.data"), "server");
    FileUtils.whack(root);
    for (var part : List.of("config", "docroot", "lib")) {
      FileUtils.copyTree(new File(SERVER, part), new File(root, part));
    }
    return root;
  }

  /** Lets the server listen, whose application is there now. */
  private static Object open() throws IOException {
    var commands = new BootCommands();
    commands.parseCommandScript(new File("payara-config/post-deploy.asadmin"), false);
    if (!commands.executeCommands(Globals.get(CommandRunner.class))) {
      throw new IllegalStateException("the lines above say why");
    }
    var listener = Globals.getDefaultHabitat().getService(NetworkListener.class, "http-listener");
    var proxy = (GrizzlyProxy) Globals.get(GrizzlyService.class).lookupNetworkProxy(listener);
    ((GenericGrizzlyListener) proxy.getUnderlyingListener())
        .getFilters(HttpCodecFilter.class)
        .forEach(filter -> filter.getMonitoringConfig().addProbes(new StrictHeaders()));
    return listener;
  }
}
