import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the WAR knows about its settings and its database, asked before it is deployed. Its classes
 * see its own libraries and nothing of the server's: the server brings an older H2, which would
 * spoil a file of the WAR's.
 */
final class Application {

  private static final String PACKAGE = "io.rollcall.platform.";

  private final Path war;
  private final ClassLoader classes;

  /**
   * The application in a WAR.
   *
   * @throws CannotStart when there is none
   */
  Application(Path war) {
    if (!Files.isRegularFile(war)) {
      throw new CannotStart("ROLLCALL_WAR: there is no file %s.", war);
    }
    this.war = war;
    this.classes = new URLClassLoader(new URL[] {classes()}, outside());
  }

  /** The path of the WAR, which must be known before it can be asked. */
  static Path war() {
    return Path.of(
        Optional.ofNullable(System.getProperty("rollcall.war"))
            .or(() -> Optional.ofNullable(System.getenv("ROLLCALL_WAR")))
            .map(String::strip)
            .filter(path -> !path.isEmpty())
            .orElse("target/rollcall.war"));
  }

  /** All that is wrong with the settings, a line each. */
  List<String> problems() {
    return ((List<?>) call(classes, "Settings", "problems")).stream().map(String::valueOf).toList();
  }

  /** The value of a setting as text, or its default; empty when it has neither. */
  String setting(String name) {
    return (String) call(classes, "Settings", "text", name);
  }

  /** The value of a setting that is a whole number. */
  int number(String name) {
    return Integer.parseInt(setting(name));
  }

  /**
   * Makes the data folder, which nobody but its owner can look into.
   *
   * @throws CannotStart when nothing can be written there
   */
  Path dataFolder() {
    return (Path) call(classes, "DataFolder", "prepare");
  }

  /**
   * Waits until the database can be reached.
   *
   * @throws CannotStart when it can't
   */
  void awaitDatabase() {
    var urls = new ArrayList<>(List.of(classes()));
    try {
      var libraries = unpacked();
      for (var library : libraries) {
        urls.add(library.toUri().toURL());
      }
      try (var all = new URLClassLoader(urls.toArray(URL[]::new), outside())) {
        call(all, "database.FirstConnection", "await");
      } finally {
        for (var library : libraries) {
          Files.delete(library);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The libraries as temporary files: Java reads no jar within a jar. */
  private List<Path> unpacked() throws IOException {
    var libraries = new ArrayList<Path>();
    try (var contents = FileSystems.newFileSystem(war);
        var jars = Files.newDirectoryStream(contents.getPath("WEB-INF/lib"))) {
      for (var jar : jars) {
        var library = Files.createTempFile("rollcall", ".jar");
        libraries.add(library);
        Files.copy(jar, library, REPLACE_EXISTING);
      }
    }
    return libraries;
  }

  private URL classes() {
    try {
      return URI.create("jar:" + war.toUri() + "!/WEB-INF/classes/").toURL();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Java itself, without the class path of the launcher. */
  private static ClassLoader outside() {
    return ClassLoader.getPlatformClassLoader();
  }

  private Object call(ClassLoader loader, String type, String method, String... arguments) {
    try {
      var types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {String.class};
      return Class.forName(PACKAGE + type, true, loader)
          .getMethod(method, types)
          .invoke(null, (Object[]) arguments);
    } catch (InvocationTargetException e) {
      throw new CannotStart("%s", e.getCause().getMessage());
    } catch (ReflectiveOperationException e) {
      throw new CannotStart("ROLLCALL_WAR: %s is no WAR of Rollcall: %s.", war, e);
    }
  }
}
