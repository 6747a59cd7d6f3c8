package io.rollcall.http;

import static org.awaitility.Awaitility.await;

import io.rollcall.Databases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * One run of the command under the README's heading Run; or of another server, if the property
 * {@code rollcall.test.server} names one of those in {@code src/test/servers}.
 */
final class ServerProcess {

  /** All that servers printed during the test run. */
  static final Path LOG = emptyLog();

  private static final Pattern RUN = Pattern.compile("(?s)## Run\n.*?```sh\n([^\n]*)\n```");
  private static final Optional<String> OTHER_SERVER =
      Optional.ofNullable(System.getProperty("rollcall.test.server")).filter(s -> !s.isEmpty());
  private static final String LAST_LINE = "/core/iam/v1/scim";
  private static final int START_SECONDS = 300;

  private final Process process;
  private final URI root;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> settled = new CompletableFuture<>();

  private ServerProcess(Process process, URI root) {
    this.process = process;
    this.root = root;
  }

  /** Starts a server and waits until it serves or has given up. */
  static ServerProcess start(Path data, int port, Map<String, String> settings) {
    var builder = new ProcessBuilder("sh", "-c", "exec " + command()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("ROLLCALL_"));
    builder.environment().put("ROLLCALL_DATA", data.toString());
    builder.environment().put("ROLLCALL_PORT", Integer.toString(port));
    builder.environment().put("ROLLCALL_STOP_SECONDS", "0");
    builder.environment().putAll(Databases.settings(data));
    builder.environment().putAll(settings);
    try {
      var contextRoot = OTHER_SERVER.isPresent() ? "/rollcall" : "";
      var root = URI.create("http://127.0.0.1:" + port + contextRoot);
      var server = new ServerProcess(builder.start(), root);
      server.read();
      if (OTHER_SERVER.isPresent()) {
        await().atMost(START_SECONDS, TimeUnit.SECONDS).until(server::isReady);
        server.settled.complete(null);
      }
      server.settled.get(START_SECONDS, TimeUnit.SECONDS);
      return server;
    } catch (Exception e) {
      throw new IllegalStateException("The server did not start", e);
    }
  }

  /** Starts a server that has the tenants of {@link Wall}. */
  static ServerProcess startWithAWall(Path data, Map<String, String> settings) throws IOException {
    var all = new HashMap<>(settings);
    all.put("ROLLCALL_WAR", warWithAWall(data).toString());
    return start(data, freePort(), all);
  }

  private static Path warWithAWall(Path folder) throws IOException {
    var war = folder.resolve("rollcall.war");
    Files.copy(buildDirectory().resolve("rollcall.war"), war);
    var wall = Wall.class.getName().replace('.', '/') + ".class";
    try (var contents = FileSystems.newFileSystem(war);
        var bytes = Wall.class.getClassLoader().getResourceAsStream(wall)) {
      var place = contents.getPath("WEB-INF/classes", wall);
      Files.createDirectories(place.getParent());
      Files.copy(bytes, place);
    }
    return war;
  }

  private boolean isReady() {
    try {
      return new Endpoint(root + "/health/ready", null).get("").status() == 200;
    } catch (UncheckedIOException notListening) {
      return !process.isAlive();
    }
  }

  private static String command() {
    return OTHER_SERVER.map("src/test/servers/"::concat).orElseGet(ServerProcess::ofReadme);
  }

  private static String ofReadme() {
    try {
      var readme = RUN.matcher(Files.readString(Path.of("README.md")));
      if (!readme.find()) {
        throw new IllegalStateException("README.md has no command under ## Run");
      }
      return readme.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path emptyLog() {
    try {
      var log = buildDirectory().resolve("servers.log");
      Files.deleteIfExists(log);
      return log;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path buildDirectory() {
    return Path.of(System.getProperty("build.directory", "target")).toAbsolutePath();
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    var reader =
        new Thread(
            () -> {
              try (var output =
                  new BufferedReader(
                      new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                output.lines().forEach(this::keep);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } finally {
                settled.complete(null);
              }
            });
    reader.setDaemon(true);
    reader.start();
  }

  private void keep(String line) {
    lines.add(line);
    try {
      Files.writeString(LOG, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (line.endsWith(LAST_LINE)) {
      settled.complete(null);
    }
  }

  URI root() {
    return root;
  }

  /** What it has printed so far. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The last of these lines. */
  List<String> last(int count) {
    var all = lines();
    return all.subList(all.size() - count, all.size());
  }

  boolean isRunning() {
    return process.isAlive();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** The exit status of a server that gave up. */
  int exitStatus() throws InterruptedException {
    if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("It is still running");
    }
    return process.exitValue();
  }

  /** Ends it by SIGTERM. */
  void stop() {
    process.toHandle().destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
