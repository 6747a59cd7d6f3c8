package io.rollcall.platform.persistence;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;

/** What differs between the databases: the only place that does. */
enum Dialect {
  H2("h2", "for update"),

  /**
   * A row that changes must not block those who refer to it: with a stronger lock, two groups that
   * get each other's members would wait for each other.
   */
  POSTGRESQL("postgresql", "for no key update");

  private static final String MIGRATIONS = "classpath:db/migration/";

  private final String folder;
  private final String lockClause;

  Dialect(String folder, String lockClause) {
    this.folder = folder;
    this.lockClause = lockClause;
  }

  static Dialect of(DatabaseMetaData database) throws SQLException {
    return database.getDatabaseProductName().equals("PostgreSQL") ? POSTGRESQL : H2;
  }

  /** Where the migrations are: those of all databases, and its own. */
  List<String> migrations() {
    return List.of(MIGRATIONS + "common", MIGRATIONS + folder);
  }

  /** What ends a query that locks the rows which it finds against other changes. */
  String lockClause() {
    return lockClause;
  }
}
