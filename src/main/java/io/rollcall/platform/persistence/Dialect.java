package io.rollcall.platform.persistence;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;

/** What differs between the databases: the only place that does. */
enum Dialect {
  H2(List.of("classpath:db/migration/common", "classpath:db/migration/h2"), "for update"),

  /**
   * A row that changes must not block those who refer to it: with a stronger lock, two groups that
   * get each other's members would wait for each other.
   */
  POSTGRESQL(
      List.of("classpath:db/migration/common", "classpath:db/migration/postgresql"),
      "for no key update");

  private final List<String> migrations;
  private final String lockClause;

  Dialect(List<String> migrations, String lockClause) {
    this.migrations = migrations;
    this.lockClause = lockClause;
  }

  static Dialect of(DatabaseMetaData database) throws SQLException {
    return database.getDatabaseProductName().equals("PostgreSQL") ? POSTGRESQL : H2;
  }

  /** Where the migrations are. */
  List<String> migrations() {
    return migrations;
  }

  /** What ends a query that locks the rows which it finds against other changes. */
  String lockClause() {
    return lockClause;
  }
}
