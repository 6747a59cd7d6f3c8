package io.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Secrets;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is started, stopped and started again. */
@Tag("h2")
@Tag("payara")
class RestartIT {

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

    assertThat(first.last(5))
        .containsExactly(
            "Rollcall listens on 127.0.0.1, port " + port + ".",
            "The operator key is in " + data.resolve("operator-key"),
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
    assertThat(readableByOthers(data)).isEmpty();
    var token = admin.post("/scim", Body.token("idp"));
    Secrets.seen(token.at("/token"));
    var scim = new Endpoint(first.root() + "/acme-1/api/scim/v2", token.at("/token"));
    var user = scim.post("/Users", Body.user("ada")).expect(201).at("/id");

    var descendants = first.handle().descendants().toList();
    var end = Instant.now();
    first.stop();
    assertThat(Duration.between(end, Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(descendants).noneMatch(ProcessHandle::isAlive);

    letEverybodyRead(data);
    start(data, port, Map.of());
    assertThat(readableByOthers(data)).isEmpty();
    assertThat(scim.get("/Users/" + user).expect(200).at("/userName")).isEqualTo("ada");
    assertThat(admin.get("/sso").expect(200).array()).hasSize(1);
  }

  private ServerProcess start(Path data, int port, Map<String, String> settings) {
    var server = ServerProcess.start(data, port, settings);
    started.add(server);
    return server;
  }

  /** What anybody but the owner could look into. */
  private static List<Path> readableByOthers(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> permissions(file).matches("(?!...------).*")).toList();
    }
  }

  private static void letEverybodyRead(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      }
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
