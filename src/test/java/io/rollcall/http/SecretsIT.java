package io.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs last: no secret that any test has seen is in a log or, as it is, in the database. */
@Order(Integer.MAX_VALUE)
class SecretsIT {

  private static final Path CONTAINER_LOG = ServerProcess.buildDirectory().resolve("container.log");

  @Test
  void areInNoLog() throws IOException {
    Rollcall.running().newProvider().scim().get("/Users").expect(200);

    for (var log : List.of(ServerProcess.LOG, CONTAINER_LOG)) {
      if (Files.exists(log)) {
        assertNoneIn(Files.readString(log), log);
      }
    }
  }

  @Test
  void areNotInTheDatabaseAsTheyAre() throws IOException {
    Rollcall.running().newProvider().scim().get("/Users").expect(200);

    var database = Rollcall.running().data().resolve("rollcall.mv.db");
    assertNoneIn(Files.readString(database, StandardCharsets.ISO_8859_1), database);
  }

  private static void assertNoneIn(String text, Path where) {
    assertThat(Secrets.all()).hasSizeGreaterThan(2);
    assertThat(Secrets.all()).as("found in " + where).noneMatch(text::contains);
  }
}
