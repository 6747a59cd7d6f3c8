import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The application in a WAR, asked before the server has it. Its classes see its own libraries and
 * nothing of the server's: the server brings an older H2, which would spoil a file of the WAR's.
 */
final class Application {

  private static final String ANSWERING = "io.rollcall.platform.start.Launch";

  private final Path war;

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
  }

  /** Answers all that needs no library. */
  Launch launch() throws MalformedURLException {
    return launch(classes(List.of()));
  }

  /** Waits until the database can be reached, which takes the WAR's driver. */
  void awaitDatabase() throws IOException {
    var libraries = unpacked();
    try (var classes = classes(libraries)) {
      launch(classes).awaitDatabase();
    } finally {
      for (var library : libraries) {
        Files.delete(library);
      }
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

  private URLClassLoader classes(List<Path> libraries) throws MalformedURLException {
    var urls = new ArrayList<URL>();
    urls.add(URI.create("jar:" + war.toUri() + "!/WEB-INF/classes/").toURL());
    for (var library : libraries) {
      urls.add(library.toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private Launch launch(ClassLoader classes) {
    return (Launch)
        Proxy.newProxyInstance(
            Launch.class.getClassLoader(),
            new Class<?>[] {Launch.class},
            (proxy, question, arguments) -> ask(classes, question, arguments));
  }

  private Object ask(ClassLoader classes, Method question, Object... arguments) {
    try {
      return Class.forName(ANSWERING, true, classes)
          .getMethod(question.getName(), question.getParameterTypes())
          .invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw new CannotStart("%s", e.getCause().getMessage());
    } catch (ReflectiveOperationException e) {
      throw new CannotStart("ROLLCALL_WAR: %s is no WAR of Rollcall: %s.", war, e);
    }
  }
}
