package io.rollcall;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The databases of the tests: H2, or PostgreSQL if the property {@code rollcall.test.database} says
 * so. Each data folder has a database of its own.
 */
public final class Databases {

  private static final boolean POSTGRESQL =
      "postgresql".equals(System.getProperty("rollcall.test.database"));

  private static final Map<Path, String> NAMES = new HashMap<>();

  private static EmbeddedPostgres postgres;

  private Databases() {}

  /** The settings by which a server with that data folder finds its database. */
  public static synchronized Map<String, String> settings(Path data) {
    return POSTGRESQL
        ? settings(postgres(), NAMES.computeIfAbsent(data, Databases::create))
        : Map.of();
  }

  /** The settings by which a server finds a database. */
  public static Map<String, String> settings(EmbeddedPostgres postgres, String name) {
    return Map.of(
        "ROLLCALL_DB_URL",
        postgres.getJdbcUrl("postgres", name).replaceAll("\\?.*", ""),
        "ROLLCALL_DB_USER",
        "postgres");
  }

  /** Whether a database can be opened while a server has it. */
  public static boolean areShared() {
    return POSTGRESQL;
  }

  /** Opens the database of a data folder; H2 lets nobody in while a server has it. */
  public static Connection open(Path data) throws SQLException {
    return POSTGRESQL
        ? postgres().getDatabase("postgres", NAMES.get(data)).getConnection()
        : DriverManager.getConnection(
            "jdbc:h2:file:" + data.resolve("rollcall"), "rollcall", embeddedPassword(data));
  }

  /** The password of the embedded database, made of the key in the data folder. */
  private static String embeddedPassword(Path data) {
    try {
      var key = Base64.getDecoder().decode(Files.readString(data.resolve("database-key")).strip());
      return HexFormat.of().formatHex(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String create(Path data) {
    var name = "rollcall" + NAMES.size();
    try (var connection = postgres().getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
      return name;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EmbeddedPostgres postgres() {
    if (postgres == null) {
      try {
        postgres = EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return postgres;
  }
}
