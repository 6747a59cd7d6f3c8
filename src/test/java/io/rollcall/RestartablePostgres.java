package io.rollcall;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL that a test can stop, start again and freeze. */
public final class RestartablePostgres implements AutoCloseable {

  private final Path data;
  private EmbeddedPostgres postgres;

  private final Map<String, String> configuration;

  /** Starts it with its files in that folder. */
  public RestartablePostgres(Path data) throws IOException {
    this(data, Map.of());
  }

  /** Starts it with settings of PostgreSQL's own. */
  public RestartablePostgres(Path data, Map<String, String> configuration) throws IOException {
    this.data = data;
    this.configuration = configuration;
    this.postgres = builder().start();
  }

  private EmbeddedPostgres.Builder builder() {
    var builder = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
    configuration.forEach(builder::setServerConfig);
    return builder;
  }

  /** The settings by which a server finds it. */
  public Map<String, String> settings() {
    return Databases.settings(postgres, "postgres");
  }

  public Connection connection() throws SQLException {
    return postgres.getPostgresDatabase().getConnection();
  }

  /** Stops it; whoever is connected is thrown out. */
  public void stop() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it again as it was, at the same port. */
  public void start() {
    try {
      postgres = builder().setPort(postgres.getPort()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets all its processes stand still; its sockets stay open. */
  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      var pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
      var server = ProcessHandle.of(pid).orElseThrow();
      for (var process : Stream.concat(Stream.of(server), server.descendants()).toList()) {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
