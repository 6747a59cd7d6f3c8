package io.rollcall.platform.database;

import io.rollcall.platform.Log;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Looks each second whether the database answers. While it doesn't, no request has to find that out
 * for itself, and those that wait for an answer are set free.
 */
@ApplicationScoped
public class DatabaseWatch {

  private static final System.Logger LOG = System.getLogger("io.rollcall");
  private static final int PERIOD_SECONDS = 1;
  private static final int ANSWER_SECONDS = 2;

  @Resource(lookup = RollcallDataSource.JNDI_NAME)
  private DataSource pool;

  @Resource private ManagedScheduledExecutorService executor;

  private ScheduledFuture<?> watching;
  private volatile Connection connection;
  private volatile boolean away = true;

  /** Begins to look; until then the database counts as away. */
  public void begin() {
    away = false;
    watching =
        executor.scheduleWithFixedDelay(
            this::look, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  /** Whether the database didn't answer when it was last asked. */
  public boolean isAway() {
    return away;
  }

  private void look() {
    try {
      requireAnswer();
      if (away) {
        Log.write(System.Logger.Level.WARNING, "The database is back.");
        RenewedConnection.mayBeRenewed();
      }
      away = false;
    } catch (SQLException | RuntimeException e) {
      if (!away) {
        Log.write(System.Logger.Level.ERROR, "The database is away: " + e.getMessage());
      }
      away = true;
      cut();
    }
  }

  private void requireAnswer() throws SQLException {
    if (!RenewedConnection.exist()) {
      try (var pooled = pool.getConnection()) {
        requireAnswer(pooled);
      }
      return;
    }
    if (connection == null) {
      connection = RollcallDataSource.openOutsidePool();
    }
    requireAnswer(connection);
  }

  private static void requireAnswer(Connection asked) throws SQLException {
    if (!asked.isValid(ANSWER_SECONDS)) {
      throw new SQLException("no answer within " + ANSWER_SECONDS + " seconds");
    }
  }

  private void cut() {
    close();
    RenewedConnection.cutAll();
  }

  private void close() {
    var lost = connection;
    connection = null;
    try {
      if (lost != null) {
        lost.close();
      }
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.DEBUG, "A lost connection can't be closed", e);
    }
  }

  @PreDestroy
  void end() {
    if (watching != null) {
      watching.cancel(true);
    }
    close();
  }
}
