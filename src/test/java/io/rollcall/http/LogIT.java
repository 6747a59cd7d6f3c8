package io.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Secrets;
import io.rollcall.http.fixture.Rollcall;
import io.rollcall.http.fixture.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs after the tests of servers, and reads what the servers of all tests have written. */
@Order(Integer.MAX_VALUE - 1)
@Tag("payara")
class LogIT {

  private static final Path CONTAINER_LOG = ServerProcess.buildDirectory().resolve("container.log");

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

  private static void assertNoneIn(String text, Path where) {
    assertThat(Secrets.all()).hasSizeGreaterThan(2);
    assertThat(Secrets.all()).as("found in " + where).noneMatch(text::contains);
  }
}
