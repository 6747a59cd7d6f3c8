package io.rollcall.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Texts;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bills of materials name what is in the WAR and in the server. */
@Tag("h2")
@Tag("payara")
class BillsOfMaterialsIT {

  private static final Path TARGET = Path.of(System.getProperty("build.directory"));
  private static final String SERVER = "payara-micro.jar";
  private static final String OF_THE_WAR = "rollcall.cdx.json";
  private static final String OF_THE_SERVER = "payara-micro.cdx.json";

  /** The first column of the table, without the backquotes. */
  private static final Pattern KNOWN = Pattern.compile("(?m)^\\| `(pkg:maven/[^`]+)` \\|");

  @Test
  void thatOfTheWarNamesEachJarAndNoOther() throws IOException {
    try (var war = new ZipFile(TARGET.resolve("rollcall.war").toFile())) {
      var jars =
          war.stream()
              .filter(entry -> entry.getName().matches("WEB-INF/lib/.+"))
              .map(entry -> entry.getName().substring("WEB-INF/lib/".length()))
              .toList();

      assertThat(components(OF_THE_WAR))
          .extracting(part -> part.getString("name") + "-" + part.getString("version") + ".jar")
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(jars);
    }
  }

  @Test
  void thatOfTheServerNamesWhatIsInEachOfItsJars() throws IOException {
    var locations = components(OF_THE_SERVER).stream().flatMap(BillsOfMaterialsIT::locations);

    assertThat(locations.distinct())
        .hasSizeGreaterThan(300)
        .containsExactlyInAnyOrderElementsOf(jarsOfTheServer());
  }

  /** Each jar was built by others: its manifest says its version, too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.eclipse.parsson:parsson in jakarta.json.jar",
        "org.glassfish.jersey.core:jersey-server in jersey-server.jar",
        "org.glassfish.hk2:hk2-locator in hk2-locator.jar",
        "org.jboss.weld:weld-osgi-bundle in weld-osgi-bundle.jar",
        "org.eclipse:yasson in yasson.jar",
        "fish.payara.server.internal.web:web-core in web-core.jar",
        "fish.payara.server.internal.grizzly:nucleus-grizzly-all in nucleus-grizzly-all.jar",
        "com.h2database:h2 in h2.jar"
      })
  void thatOfTheServerHasTheirVersions(String part) throws IOException {
    var names = part.split(":| in ");
    var location = "MICRO-INF/runtime/" + names[2];

    assertThat(components(OF_THE_SERVER))
        .filteredOn(component -> component.getString("group").equals(names[0]))
        .filteredOn(component -> component.getString("name").equals(names[1]))
        .filteredOn(component -> locations(component).anyMatch(location::equals))
        .singleElement()
        .extracting(component -> component.getString("version"))
        .isEqualTo(versionInManifest(location));
  }

  /** What SECURITY.md says of a version isn't said of the next one unseen. */
  @Test
  void whatIsKnownIsKnownOfTheVersionsThatAreInThem() throws IOException {
    var parts =
        Stream.of(OF_THE_WAR, OF_THE_SERVER)
            .flatMap(bom -> components(bom).stream())
            .map(part -> part.getString("purl").replaceAll("\\?.*", ""))
            .toList();
    var known =
        KNOWN.matcher(Files.readString(Path.of("SECURITY.md"))).results().map(row -> row.group(1));

    assertThat(known).isNotEmpty().allSatisfy(part -> assertThat(part).isIn(parts));
  }

  private static List<JsonObject> components(String bom) {
    try {
      var text = Files.readString(TARGET.resolve("bom").resolve(bom));
      return Texts.json(text).getJsonArray("components").getValuesAs(JsonObject.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> locations(JsonObject component) {
    return component
        .getJsonObject("evidence")
        .getJsonArray("occurrences")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(occurrence -> occurrence.getString("location"));
  }

  /** The paths of the jars in the server's jar, and of those in them; and its own name. */
  private static List<String> jarsOfTheServer() throws IOException {
    var jars = new ArrayList<>(List.of(SERVER));
    try (var server = new ZipFile(TARGET.resolve(SERVER).toFile())) {
      for (var entry : Collections.list(server.entries())) {
        if (entry.getName().matches(".+\\.[jr]ar")) {
          jars.add(entry.getName());
          var inner = new ZipInputStream(server.getInputStream(entry));
          for (var next = inner.getNextEntry(); next != null; next = inner.getNextEntry()) {
            if (next.getName().endsWith(".jar")) {
              jars.add(entry.getName() + "!/" + next.getName());
            }
          }
        }
      }
    }
    return jars;
  }

  private static String versionInManifest(String location) throws IOException {
    try (var server = new ZipFile(TARGET.resolve(SERVER).toFile());
        var jar = new JarInputStream(server.getInputStream(server.getEntry(location)))) {
      return jar.getManifest().getMainAttributes().getValue("Bundle-Version");
    }
  }
}
