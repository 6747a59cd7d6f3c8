package io.rollcall.platform.database;

import io.rollcall.platform.DataFolder;
import io.rollcall.platform.Settings;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.HexFormat;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The data source that the container pools: PostgreSQL when {@code rollcall.db.url} names one, else
 * H2 in a file of the data folder. It lets one WAR run on any server with nothing but environment
 * variables.
 */
public class RollcallDataSource implements DataSource {

  /** The name under which the pool is found. */
  public static final String JNDI_NAME = "java:app/jdbc/rollcall";

  /** How many connections a node has at most. */
  public static final int MAX_CONNECTIONS = 32;

  private static final int CONNECT_SECONDS = 2;

  private static final String EMBEDDED = "rollcall";

  /** So soon a statement that waits for a lock gives up. */
  static final int LOCK_MILLISECONDS = 2_000;

  private final DataSource driver = driver();

  /** Some servers insist on setting a property; the settings say where the database is. */
  public void setUrl(String ignored) {}

  /** See {@link #setUrl}. */
  public String getUrl() {
    return "jdbc:rollcall:settings";
  }

  @Override
  public Connection getConnection() throws SQLException {
    return RenewedConnection.open(driver::getConnection);
  }

  /** How many connections the container's pool has; 0 where it is its admin who defines it. */
  public static int connections() {
    return RenewedConnection.count();
  }

  /** How many of the pool's connections are in a transaction. */
  public static int connectionsInUse() {
    return RenewedConnection.countInTransactions();
  }

  /** A connection that the container knows nothing of. */
  static Connection openOutsidePool() throws SQLException {
    return driver().getConnection();
  }

  /** Payara calls this with credentials of its own making. */
  @Override
  public Connection getConnection(String ignoredUser, String ignoredPassword) throws SQLException {
    return getConnection();
  }

  /** Where the database is, without what may be a secret after it. */
  static String address() {
    return url().replaceFirst("[?;].*", "");
  }

  private static DataSource driver() {
    return url().startsWith("jdbc:postgresql:") ? postgresql(url()) : h2(url());
  }

  private static String url() {
    return Settings.DB_URL
        .get()
        .orElseGet(() -> "jdbc:h2:file:" + DataFolder.path().resolve(EMBEDDED));
  }

  private static DataSource postgresql(String url) {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    Settings.DB_USER.get().ifPresent(source::setUser);
    Settings.DB_PASSWORD.get().ifPresent(source::setPassword);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    if (source.getOptions() == null) {
      // There are many short queries at a time: to start workers for one takes longer than it.
      source.setOptions(
          "-c max_parallel_workers_per_gather=0 -c lock_timeout=" + LOCK_MILLISECONDS);
    }
    return source;
  }

  /**
   * The container closes the connections, so H2's own shutdown hook must not come first; and what
   * was acknowledged must be in the file, should the server be killed.
   */
  private static DataSource h2(String url) {
    if (Settings.DB_URL.get().isEmpty()) {
      // H2 would make it readable for everybody.
      DataFolder.reserve(EMBEDDED + ".mv.db");
    }
    var source = new JdbcDataSource();
    source.setUrl(url + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;LOCK_TIMEOUT=" + LOCK_MILLISECONDS);
    source.setUser(Settings.DB_USER.get().orElse(EMBEDDED));
    source.setPassword(Settings.DB_PASSWORD.get().orElseGet(RollcallDataSource::ownPassword));
    return source;
  }

  /** Whoever gets hold of the file alone can't open it. */
  private static String ownPassword() {
    return HexFormat.of().formatHex(DataFolder.key("database-key"));
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return driver.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter writer) throws SQLException {
    driver.setLogWriter(writer);
  }

  /** Has no effect: pools set 0, and would wait for ever. */
  @Override
  public void setLoginTimeout(int ignoredSeconds) {}

  @Override
  public int getLoginTimeout() throws SQLException {
    return driver.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return driver.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return driver.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return driver.isWrapperFor(type);
  }
}
