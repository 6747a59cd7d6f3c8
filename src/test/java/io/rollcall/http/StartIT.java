package io.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's command as the operator meets it. */
class StartIT {

  private static final String ADMIN_KEY = "an-admin-key-from-the-environment-0000";

  @TempDir private Path folder;

  private final List<ServerProcess> started = new ArrayList<>();

  @AfterEach
  void stop() {
    started.forEach(ServerProcess::stop);
  }

  @Test
  void theFirstStartMakesWhatTheSecondOneKeeps() throws Exception {
    var data = folder.resolve("data");
    var port = ServerProcess.freePort();
    var first = start(data, port, Map.of("ROLLCALL_TENANT", "acme-1"));
    var keyFile = data.resolve("admin-key");
    var key = Files.readString(keyFile).strip();
    Secrets.seen(key);

    assertThat(Files.getPosixFilePermissions(keyFile))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(last(first, 4))
        .containsExactly(
            "Rollcall listens on 127.0.0.1, port " + port + ".",
            "The admin key is in " + keyFile,
            "Tenant URL of acme-1: http://127.0.0.1:" + port + "/acme-1/api/scim/v2",
            "Tenant URL of whichever tenant the token is of: http://127.0.0.1:"
                + port
                + "/core/iam/v1/scim");
    assertThat(first.lines()).hasSizeLessThan(30).noneMatch(line -> line.contains("WARNING"));
    var admin = new Endpoint(first.root() + "/core/iam/v1", key);
    admin
        .post(
            "/sso/custom",
            """
            {"scheme": "idp", "displayName": "IdP", "properties": {"clientId": "c",
             "clientSecret": "a-secret-that-needs-a-key", "authority": "https://idp.example.com"}}""")
        .expect(200);
    Secrets.seen("a-secret-that-needs-a-key");
    assertThat(Files.getPosixFilePermissions(data.resolve("encryption-key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    var token = admin.post("/scim", "{\"provider\": \"idp\", \"providerDisplayName\": \"IdP\"}");
    Secrets.seen(token.at("/token"));
    var scim = new Endpoint(first.root() + "/acme-1/api/scim/v2", token.at("/token"));
    var user = scim.post("/Users", "{\"userName\": \"ada\"}").expect(201).at("/id");

    var descendants = first.handle().descendants().toList();
    var end = Instant.now();
    first.stop();
    assertThat(Duration.between(end, Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(descendants).noneMatch(ProcessHandle::isAlive);

    start(data, port, Map.of());
    assertThat(scim.get("/Users/" + user).expect(200).at("/userName")).isEqualTo("ada");
    assertThat(admin.get("/sso").expect(200).array()).hasSize(1);
  }

  @Test
  void saysThatItIsStarting() throws Exception {
    var port = ServerProcess.freePort();
    var root = "http://127.0.0.1:" + port;
    var ready = new Endpoint(root + "/health/ready", null);
    var starting =
        CompletableFuture.supplyAsync(() -> start(folder.resolve("data"), port, Map.of()));

    // The first start of all prepares the server before it opens the port.
    await()
        .atMost(Duration.ofMinutes(4))
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(() -> ready.get("").status() == 503);
    new Endpoint(root + "/health/live", null).get("").expect(200);
    var answer = new Endpoint(root + "/core/iam/v1/scim", "unknown").get("/Users");
    assertThat(answer.expectError(503, null).header("Retry-After")).contains("5");

    starting.get();
    ready.get("").expect(200);
  }

  @Test
  void settingsFromTheEnvironmentDoWhatTheySay() throws Exception {
    var data = folder.resolve("data");
    Secrets.seen(ADMIN_KEY);
    var server =
        start(
            data,
            ServerProcess.freePort(),
            Map.of(
                "ROLLCALL_ADMIN_KEY",
                ADMIN_KEY,
                "ROLLCALL_PUBLIC_URL",
                "https://scim.example.com/rollcall/",
                "ROLLCALL_DISCOVERY_OPEN",
                "true"));

    assertThat(data.resolve("admin-key")).doesNotExist();
    assertThat(last(server, 3))
        .containsExactly(
            "The admin key is the one that was set at the first start.",
            "Tenant URL of default: https://scim.example.com/rollcall/default/api/scim/v2",
            "Tenant URL of whichever tenant the token is of:"
                + " https://scim.example.com/rollcall/core/iam/v1/scim");
    var admin = new Endpoint(server.root() + "/core/iam/v1", ADMIN_KEY);
    admin
        .post(
            "/sso/google",
            "{\"scheme\": \"g\", \"displayName\": \"G\", \"properties\": {\"clientId\": \"c\"}}")
        .expect(200);
    var token = admin.post("/scim", "{\"provider\": \"g\", \"providerDisplayName\": \"G\"}");
    Secrets.seen(token.at("/token"));
    assertThat(token.at("/tenantUrl"))
        .isEqualTo("https://scim.example.com/rollcall/default/api/scim/v2");
    var user =
        new Endpoint(server.root() + "/core/iam/v1/scim", token.at("/token"))
            .post("/Users", "{\"userName\": \"ada\"}")
            .expect(201);
    assertThat(user.header("Location").orElseThrow())
        .isEqualTo("https://scim.example.com/rollcall/core/iam/v1/scim/Users/" + user.at("/id"));
    var anonymous = new Endpoint(server.root() + "/default/api/scim/v2", null);
    assertThat(anonymous.get("/ServiceProviderConfig").expect(200).at("/meta/location"))
        .isEqualTo("https://scim.example.com/rollcall/default/api/scim/v2/ServiceProviderConfig");
    assertThat(anonymous.get("/Schemas").expect(200).totalResults()).isEqualTo(3);
    anonymous.get("/Users").expectError(401, null);
    new Endpoint(anonymous.base(), "wrong").get("/Schemas").expectError(401, null);
    assertThat(listeningPorts(server.handle())).containsExactly(server.root().getPort());
  }

  @Test
  void aTakenPortIsOneClearLine() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertFails(
          start(folder.resolve("data"), taken.getLocalPort(), Map.of()),
          "Port " + taken.getLocalPort() + " of 127.0.0.1 can't be used",
          "set ROLLCALL_PORT to another");
    }
  }

  @Test
  void anUnusableDataFolderIsOneClearLine() throws Exception {
    var file = Files.createFile(folder.resolve("file"));

    assertFails(
        start(file.resolve("data"), ServerProcess.freePort(), Map.of()),
        "The data folder " + file.resolve("data") + " can't be written",
        "set ROLLCALL_DATA to another folder");
  }

  @Test
  void anUnreachableDatabaseIsOneClearLine() throws Exception {
    var url = "jdbc:postgresql://127.0.0.1:" + ServerProcess.freePort() + "/rollcall";

    assertFails(
        start(
            folder.resolve("data"),
            ServerProcess.freePort(),
            Map.of(
                "ROLLCALL_DB_URL",
                url,
                "ROLLCALL_DB_PASSWORD",
                "a-database-password",
                "ROLLCALL_DB_WAIT_SECONDS",
                "1")),
        "The database " + url + " can't be reached",
        "correct ROLLCALL_DB_URL");
    Secrets.seen("a-database-password");
  }

  @Test
  void settingsThatCannotBeAreOneClearLine() throws Exception {
    assertFails(
        start(folder.resolve("data"), ServerProcess.freePort(), Map.of("ROLLCALL_PORT", "eighty")),
        "ROLLCALL_PORT: expected 1 to 65535, got eighty.",
        "");
    assertFails(
        start(folder.resolve("data"), ServerProcess.freePort(), Map.of("ROLLCALL_TENANT", "core")),
        "Tenant id: expected 1 to 64 of a-z, 0-9 and -",
        "got core");
    assertFails(
        start(
            folder.resolve("data"),
            ServerProcess.freePort(),
            Map.of("ROLLCALL_ADMIN_KEY", "short")),
        "Admin key: expected 32 to 256 visible ASCII characters",
        "Set another ROLLCALL_ADMIN_KEY");
  }

  @Test
  void aJdkThatIsTooOldIsOneClearLine() throws Exception {
    var java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho '    java.specification.version = 11' >&2\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertFails(
        start(
            folder.resolve("data"),
            ServerProcess.freePort(),
            Map.of("JAVA_HOME", folder.resolve("jdk").toString())),
        "Rollcall needs a JDK 17 or newer",
        "is version 11");
  }

  private ServerProcess start(Path data, int port, Map<String, String> settings) {
    var server = ServerProcess.start(data, port, new HashMap<>(settings));
    started.add(server);
    return server;
  }

  private static void assertFails(ServerProcess server, String what, String whatToDo)
      throws InterruptedException {
    assertThat(server.exitStatus()).isNotZero();
    assertThat(server.lines())
        .filteredOn(line -> !line.matches("(Preparing the server|Waiting for the database).*"))
        .singleElement()
        .asString()
        .contains(what)
        .contains(whatToDo);
  }

  private static List<String> last(ServerProcess server, int count) {
    var lines = server.lines();
    return lines.subList(lines.size() - count, lines.size());
  }

  /** The TCP ports that the process listens on, as Linux tells them. */
  private static List<Integer> listeningPorts(ProcessHandle process) throws IOException {
    var sockets = new ArrayList<String>();
    try (var descriptors = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
      for (var descriptor : descriptors.toList()) {
        if (Files.isSymbolicLink(descriptor)) {
          sockets.add(Files.readSymbolicLink(descriptor).toString());
        }
      }
    }
    return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
        .flatMap(table -> lines(Path.of(table)))
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> columns[3].equals("0A"))
        .filter(columns -> sockets.contains("socket:[" + columns[9] + "]"))
        .map(columns -> Integer.parseInt(columns[1].substring(columns[1].indexOf(':') + 1), 16))
        .toList();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
