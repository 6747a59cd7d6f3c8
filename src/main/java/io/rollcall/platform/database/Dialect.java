package io.rollcall.platform.database;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What differs between the databases: the only place that does. */
enum Dialect {
  H2(
      "h2",
      "for update",
      "set query_timeout %d",
      "delete from %s where tenant_id = ?1 fetch first %d rows only"),

  /**
   * A row that changes must not block those who refer to it: with a stronger lock, two groups that
   * get each other's members would wait for each other.
   */
  POSTGRESQL(
      "postgresql",
      "for no key update",
      "set local statement_timeout = %d",
      "delete from %1$s where tenant_id = ?1 and ctid = any (array("
          + "select ctid from %1$s where tenant_id = ?1 limit %2$d))");

  private static final String MIGRATIONS = "classpath:db/migration/";

  private final String folder;
  private final String lockClause;
  private final String statementLimit;
  private final String someRows;

  Dialect(String folder, String lockClause, String statementLimit, String someRows) {
    this.folder = folder;
    this.lockClause = lockClause;
    this.statementLimit = statementLimit;
    this.someRows = someRows;
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

  /**
   * Whether a row that is locked stays so until the transaction ends. In H2 (2.3.232 and 2.4.240)
   * it doesn't when the transaction that had the row before is still being rolled back.
   */
  boolean locksHold() {
    return this != H2;
  }

  /** Deletes at most so many rows that a table has of the tenant, which is the first parameter. */
  String deletionOfSome(String table, int most) {
    return someRows.formatted(table, most);
  }

  /** Lets the database end each statement that follows when it takes longer. */
  String statementLimit(long milliseconds) {
    return statementLimit.formatted(milliseconds);
  }

  /** Ends that; empty where it ends with the transaction. */
  Optional<String> noStatementLimit() {
    return this == H2 ? Optional.of(statementLimit(0)) : Optional.empty();
  }
}
