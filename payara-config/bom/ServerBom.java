import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Writes the CycloneDX bill of materials of Payara Micro, which publishes none: what its jar and
 * the jars inside it say of themselves. It is the same for each build.
 *
 * <p>A jar that was built by Maven has a {@code pom.properties} for itself and one for each library
 * that was merged into it. Of another one its manifest has the version.
 */
final class ServerBom {

  private static final String POM_PROPERTIES = "META-INF/maven/.+/pom\\.properties";
  private static final String ARCHIVE = ".+\\.[jr]ar";

  /** The libraries that say nothing of Maven, though it is where they come from. */
  private static final Map<String, String> GROUPS =
      Map.of(
          "asm", "org.ow2.asm",
          "asm-analysis", "org.ow2.asm",
          "asm-commons", "org.ow2.asm",
          "asm-tree", "org.ow2.asm",
          "asm-util", "org.ow2.asm",
          "h2", "com.h2database",
          "reactive-streams", "org.reactivestreams",
          "reactor-core", "io.projectreactor",
          "wrapper", "tanukisoft");

  private final Component server;
  private final Map<Component, SortedSet<String>> locations =
      new TreeMap<>(Comparator.comparing(Component::purl));

  private ServerBom(Component server) {
    this.server = server;
  }

  private record Component(String group, String name, String version) {

    Component {
      for (var part : List.of(group, name, version)) {
        if (!part.matches("[A-Za-z0-9._+-]+")) {
          throw new IllegalArgumentException("Not a Maven coordinate: " + part);
        }
      }
    }

    String purl() {
      return "pkg:maven/%s/%s@%s".formatted(group, name, version);
    }

    String toJson() {
      return """
          "type": "library", "group": "%2$s", "name": "%3$s", "version": "%4$s", \
          "purl": "%1$s", "bom-ref": "%1$s\""""
          .formatted(purl(), group, name, version);
    }
  }

  /**
   * Takes three arguments: the server's jar, its version, the file to write.
   *
   * @throws IOException when the jar can't be read or the file not be written
   */
  public static void main(String[] args) throws IOException {
    var jar = Path.of(args[0]);
    var bom = new ServerBom(new Component("fish.payara.extras", "payara-micro", args[1]));
    try (var stream = Files.newInputStream(jar)) {
      bom.readArchive(jar.getFileName().toString(), stream);
    }
    var file = Path.of(args[2]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, bom.toJson());
  }

  private void readArchive(String location, InputStream archive) throws IOException {
    var zip = new ZipInputStream(archive);
    var manifest = new Manifest();
    var isOfMaven = false;
    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().matches(POM_PROPERTIES)) {
        isOfMaven |= readProperties(location, zip);
      } else if (entry.getName().equals("META-INF/MANIFEST.MF")) {
        manifest.read(content(zip));
      } else if (entry.getName().matches(ARCHIVE)) {
        readArchive(nested(location, entry), content(zip));
      }
    }
    if (!isOfMaven) {
      add(described(location, manifest), location);
    }
  }

  private static InputStream content(ZipInputStream zip) throws IOException {
    return new ByteArrayInputStream(zip.readAllBytes());
  }

  private String nested(String location, ZipEntry entry) {
    return location.equals("payara-micro.jar")
        ? entry.getName()
        : location + "!/" + entry.getName();
  }

  private boolean readProperties(String location, ZipInputStream zip) throws IOException {
    var properties = new Properties();
    properties.load(content(zip));
    var group = properties.getProperty("groupId");
    if (group == null) {
      return false;
    }
    add(
        new Component(
            group, properties.getProperty("artifactId"), properties.getProperty("version")),
        location);
    return true;
  }

  /** What has no version of its own is a part of the server. */
  private Component described(String location, Manifest manifest) {
    var name = location.replaceAll(".*/|\\.[jr]ar$", "");
    var attributes = manifest.getMainAttributes();
    return new Component(
        GROUPS.getOrDefault(name, server.group()),
        name,
        Optional.ofNullable(attributes.getValue("Implementation-Version"))
            .or(() -> Optional.ofNullable(attributes.getValue("Bundle-Version")))
            .orElse(server.version()));
  }

  private void add(Component component, String location) {
    locations.computeIfAbsent(component, absent -> new TreeSet<>()).add(location);
  }

  private String toJson() {
    return """
        {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
         "metadata": {"component": {%s}},
         "components": [
        %s]}
        """
        .formatted(
            server.toJson(),
            locations.entrySet().stream()
                .map(entry -> toJson(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(",\n")));
  }

  private static String toJson(Component component, SortedSet<String> locations) {
    return "{%s, \"evidence\": {\"occurrences\": [%s]}}"
        .formatted(
            component.toJson(),
            locations.stream()
                .map("{\"location\": \"%s\"}"::formatted)
                .collect(Collectors.joining(", ")));
  }
}
