package io.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.Secrets;
import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's command as the operator meets it. */
@Tag("h2")
@Tag("payara")
class StartIT {

  private static final String ADMIN_KEY = "an-admin-key-from-the-environment-0000";

  private static final String OPERATOR_KEY = "an-operators-key-of-the-environment-0000";

  @TempDir private Path folder;

  private final List<ServerProcess> started = new ArrayList<>();

  @AfterEach
  void stop() {
    started.forEach(ServerProcess::stop);
  }

  @Test
  void makesAnOperatorsKeyThatHoldsUntilAnotherOneIsSet() throws Exception {
    var data = folder.resolve("data");
    var server = start(data, ServerProcess.freePort(), Map.of());
    var file = data.resolve("operator-key");
    var made = Secrets.seen(Files.readString(file).strip());
    assertThat(made).matches("ro_[0-9A-Za-z]{43}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(server.lines()).contains("The operator key is in " + file);
    tenants(server, made).expect(200);
    server.stop();

    server = start(data, ServerProcess.freePort(), Map.of("ROLLCALL_OPERATOR_KEY", OPERATOR_KEY));
    Secrets.seen(OPERATOR_KEY);
    tenants(server, OPERATOR_KEY).expect(200);
    tenants(server, made).expect(401);
    assertThat(server.lines()).noneMatch(line -> line.contains("operator-key"));
    server.stop();

    server = start(data, ServerProcess.freePort(), Map.of());
    tenants(server, OPERATOR_KEY).expect(401);
    tenants(server, made).expect(200);
  }

  private static Answer tenants(ServerProcess server, String key) {
    return new Endpoint(server.root() + "/core/iam/v1", key).get("/tenants");
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
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");

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
                "true",
                // As whoever starts it by the command alone.
                "ROLLCALL_JAVA_OPTIONS",
                ""));

    assertThat(data.resolve("admin-key")).doesNotExist();
    assertThat(server.last(3))
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
    var token = admin.post("/scim", Body.token("g"));
    Secrets.seen(token.at("/token"));
    assertThat(token.at("/tenantUrl"))
        .isEqualTo("https://scim.example.com/rollcall/default/api/scim/v2");
    var user =
        new Endpoint(server.root() + "/core/iam/v1/scim", token.at("/token"))
            .post("/Users", Body.user("ada"))
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
  void settingsThatCannotBeAreToldAllAtOnceInALineEach() throws Exception {
    var server =
        start(
            folder.resolve("data"),
            ServerProcess.freePort(),
            Map.ofEntries(
                Map.entry("ROLLCALL_PORT", "eighty"),
                Map.entry("ROLLCALL_TENANT", "core"),
                Map.entry("ROLLCALL_ADMIN_KEY", "too-short-an-admin-key"),
                Map.entry("ROLLCALL_DB_URL", "postgres://user:a-database-password@host/database"),
                Map.entry("ROLLCALL_PUBLIC_URL", "scim.example.com"),
                Map.entry("ROLLCALL_TRUSTED_PROXIES", "10.0.0.1, proxy"),
                Map.entry("ROLLCALL_ENCRYPTION_KEY", "bm8ga2V5IG9mIDMyIGJ5dGVz"),
                Map.entry("ROLLCALL_DISCOVERY_OPEN", "yes"),
                Map.entry("ROLLCALL_QUERY_SECONDS", "soon"),
                Map.entry("ROLLCALL_LIMIT_USER_BYTES", "4294967296"),
                Map.entry("ROLLCALL_PAGE_SIZE", "300"),
                Map.entry("ROLLCALL_LIMIT_DETPH", "3"),
                Map.entry("ROLLCALL_LIMIT_STRING_LENGTH", " "),
                Map.entry("ROLLCALL_JAVA_OPTIONS", "-Drollcall.cursor.second=3")));
    Secrets.seen("too-short-an-admin-key");
    Secrets.seen("a-database-password");
    Secrets.seen("bm8ga2V5IG9mIDMyIGJ5dGVz");

    assertThat(server.exitStatus()).isOne();
    assertThat(server.lines())
        .filteredOn(line -> !line.startsWith("Preparing the server"))
        .containsExactly(
            "ROLLCALL_PORT: expected a whole number from 1 to 65535, got eighty.",
            "ROLLCALL_TENANT: expected 1 to 64 of a-z, 0-9 and -, and none of account, admin, api,"
                + " console, core, health, login, logout, metrics, oauth2, openapi, ui, well-known, got"
                + " core.",
            "ROLLCALL_ADMIN_KEY: expected 32 to 256 visible ASCII characters without blanks.",
            "ROLLCALL_DB_URL: expected jdbc:postgresql://host/database.",
            "ROLLCALL_PUBLIC_URL: expected an address such as https://scim.example.com, without"
                + " user, query and fragment, got scim.example.com.",
            "ROLLCALL_TRUSTED_PROXIES: expected IP addresses, joined by commas, got 10.0.0.1,"
                + " proxy.",
            "ROLLCALL_ENCRYPTION_KEY: expected 32 bytes in base64.",
            "ROLLCALL_DISCOVERY_OPEN: expected true or false, got yes.",
            "ROLLCALL_QUERY_SECONDS: expected a whole number from 1 to 3600, got soon.",
            "ROLLCALL_LIMIT_USER_BYTES: expected a whole number from 1024 to 268435456, got"
                + " 4294967296.",
            "ROLLCALL_PAGE_SIZE: expected at most ROLLCALL_PAGE_SIZE_MAX, which is 200, got 300.",
            "ROLLCALL_LIMIT_DETPH: there is no such setting. Did you mean ROLLCALL_LIMIT_DEPTH?",
            "rollcall.cursor.second: there is no such setting. Did you mean"
                + " rollcall.cursor.seconds?");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void anAddressOfAnotherMachineIsOneClearLine() throws Exception {
    assertFails(
        start(
            folder.resolve("data"),
            ServerProcess.freePort(),
            Map.of("ROLLCALL_ADDRESS", "no-machine.invalid")),
        "ROLLCALL_ADDRESS: no-machine.invalid is no address of this machine",
        "Set an IP address");
  }

  @Test
  void aWarThatIsNotThereIsOneClearLine() throws Exception {
    var war = folder.resolve("rollcall.war");

    assertFails(
        start(
            folder.resolve("data"),
            ServerProcess.freePort(),
            Map.of("ROLLCALL_WAR", war.toString())),
        "ROLLCALL_WAR: there is no file " + war,
        "");
  }

  @Test
  void aDatabaseOfAnotherKeyIsOneClearLine() throws Exception {
    var data = Files.createDirectories(folder.resolve("data"));
    try (var database =
        DriverManager.getConnection("jdbc:h2:file:" + data.resolve("rollcall"), "rollcall", "x")) {
      assertThat(database.isValid(0)).isTrue();
    }

    assertFails(
        start(data, ServerProcess.freePort(), Map.of()),
        "The database jdbc:h2:file:" + data.resolve("rollcall") + " can't be reached: Wrong user",
        "ROLLCALL_DB_PASSWORD");
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
        .filteredOn(line -> !line.startsWith("Preparing the server"))
        .filteredOn(line -> !line.contains("The database can't be reached yet"))
        .singleElement()
        .asString()
        .contains(what)
        .contains(whatToDo);
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
