package io.rollcall.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever builds the same sources gets the same WAR, bit by bit. */
@Tag("h2")
@Tag("payara")
class ReproducibleWarIT {

  /** The option by which Maven is told its settings. */
  private static final String SETTINGS = System.getProperty("maven.settings");

  @TempDir private Path folder;

  @Test
  void theWarIsTheSameWhereverItIsBuilt() throws Exception {
    var here = folder.resolve("here");
    var elsewhere = folder.resolve("some where/else");
    copySources(here, Comparator.naturalOrder());
    copySources(elsewhere, Comparator.reverseOrder());

    var first =
        build(here, "022", Map.of("TZ", "UTC", "LC_ALL", "C", "MAVEN_OPTS", language("en", "US")));
    var second =
        build(
            elsewhere,
            "077",
            Map.of(
                "TZ", "Asia/Kathmandu", "LC_ALL", "C.UTF-8", "MAVEN_OPTS", language("tr", "TR")));

    assertSame(war(here, first), war(elsewhere, second));
  }

  private static String language(String language, String country) {
    return "-Duser.language=%s -Duser.country=%s".formatted(language, country);
  }

  /** Copies what the WAR is made of, in an order that the file system may keep. */
  private static void copySources(Path target, Comparator<Path> order) throws IOException {
    try (var sources = Files.walk(Path.of("src/main"))) {
      for (var source : sources.filter(Files::isRegularFile).sorted(order).toList()) {
        copy(source, target);
      }
    }
    copy(Path.of("pom.xml"), target);
  }

  private static void copy(Path source, Path target) throws IOException {
    var copy = target.resolve(source);
    Files.createDirectories(copy.getParent());
    Files.copy(source, copy);
  }

  /** Begins a build that takes all it needs from the local repository, as it was for this one. */
  private static Process build(Path folder, String umask, Map<String, String> environment)
      throws IOException {
    var command = new ArrayList<>(List.of("sh", "-c", "umask " + umask + " && exec \"$@\"", "sh"));
    command.addAll(List.of(System.getProperty("maven.home") + "/bin/mvn", "-o", "-q", "-B"));
    if (Files.exists(Path.of(SETTINGS.substring("-s".length())))) {
      command.add(SETTINGS);
    }
    command.add("-Dmaven.repo.local=" + System.getProperty("maven.repo.local"));
    command.addAll(List.of("-Dmaven.test.skip", "-Dmdep.skip", "package"));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Path war(Path folder, Process build) throws Exception {
    assertThat(build.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(build.exitValue()).as(Files.readString(folder.resolve("log"))).isZero();
    return folder.resolve("target/rollcall.war");
  }

  private static void assertSame(Path first, Path second) throws IOException {
    var entries = WarEntry.of(first);
    var others = WarEntry.of(second);
    assertThat(entries).isNotEmpty();
    assertThat(without(entries, others))
        .as("the entries that differ")
        .isEqualTo(without(others, entries));
    assertThat(sha256(second)).isEqualTo(sha256(first));
  }

  private static List<WarEntry> without(List<WarEntry> entries, List<WarEntry> others) {
    return entries.stream().filter(entry -> !others.contains(entry)).toList();
  }

  private static String sha256(Path file) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
