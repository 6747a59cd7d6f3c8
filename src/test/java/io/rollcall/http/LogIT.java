package io.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Secrets;
import io.rollcall.Texts;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Rollcall;
import io.rollcall.http.fixture.ServerProcess;
import io.rollcall.http.fixture.Trap;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs after the tests of servers, and reads what the servers of all tests have written. */
@Order(Integer.MAX_VALUE - 1)
@Tag("payara")
class LogIT {

  private static final Path CONTAINER_LOG = ServerProcess.buildDirectory().resolve("container.log");

  private static final String ADMIN_KEY = "the-admin-key-of-a-server-that-writes-json";

  /** What servers say whose database was stopped on purpose. */
  private static final String ABOUT_THE_DATABASE = " io.rollcall: The database ";

  @Test
  void hasNoSecret() throws IOException {
    Rollcall.running().newProvider().scim().get("/Users").expect(200);

    for (var log : List.of(ServerProcess.LOG, CONTAINER_LOG)) {
      if (Files.exists(log)) {
        assertNoneIn(Files.readString(log), log);
      }
    }
  }

  @Test
  @Tag("h2")
  void norHasTheDatabase() throws IOException {
    Rollcall.running().newProvider().scim().get("/Users").expect(200);

    var database = Rollcall.running().data().resolve("rollcall.mv.db");
    assertNoneIn(Files.readString(database, StandardCharsets.ISO_8859_1), database);
  }

  @Test
  void hasNoComplaint() throws IOException {
    Rollcall.running().newProvider().scim().get("/Users").expect(200);

    assertThat(Files.readAllLines(ServerProcess.LOG))
        .filteredOn(line -> !line.contains(ABOUT_THE_DATABASE))
        .noneMatch(line -> line.matches("\\S+ (WARNING|SEVERE|ERROR) .*"))
        .noneMatch(line -> line.startsWith("\tat "));
  }

  @Test
  @Tag("h2")
  void isJsonLineByLineIfSet(@TempDir Path folder) throws IOException {
    var server =
        ServerProcess.startWith(
            List.of(Trap.class),
            folder,
            Map.of("ROLLCALL_LOG", "json", "ROLLCALL_ADMIN_KEY", ADMIN_KEY));
    try {
      var scim = Rollcall.of(server, Rollcall.TENANT, ADMIN_KEY).newProvider().scim();
      var forged = Trap.NAME + "\n{\"forged\":1} \u2028\"x requestId=other tenant=other";
      scim.send(
              "POST",
              "/Users",
              Body.user("ada", "nickName", Json.createValue(forged).toString()),
              Map.of("X-Request-Id", "sprung-1"))
          .expect(500);

      var lines = server.lines().stream().map(Texts::json).toList();
      assertThat(lines)
          .allSatisfy(line -> assertThat(line).containsKeys("time", "level", "message"));
      assertThat(lines).noneMatch(line -> line.containsKey("forged"));
      assertThat(lines)
          .filteredOn(line -> line.containsKey("requestId"))
          .singleElement()
          .satisfies(
              line -> {
                assertThat(line.getString("requestId")).isEqualTo("sprung-1");
                assertThat(line.getString("tenant")).isEqualTo(Rollcall.TENANT);
                assertThat(line.getString("level")).isEqualTo("SEVERE");
                assertThat(line.getString("logger")).isEqualTo("io.rollcall");
                assertThat(line.getString("message"))
                    .matches("Unexpected failure, reference [0-9a-f-]{36}");
                assertThat(line.getString("exception")).contains("Sprung by " + forged);
                assertThat(Instant.parse(line.getString("time"))).isBefore(Instant.now());
              });
    } finally {
      server.stop();
    }
  }

  private static void assertNoneIn(String text, Path where) {
    assertThat(Secrets.all()).hasSizeGreaterThan(2);
    assertThat(Secrets.all()).as("found in " + where).noneMatch(text::contains);
  }
}
