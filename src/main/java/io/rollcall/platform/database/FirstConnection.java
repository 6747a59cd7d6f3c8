package io.rollcall.platform.database;

import io.rollcall.platform.CannotStartException;
import io.rollcall.platform.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The connection that a start begins with; it waits for a database that isn't there yet. */
public final class FirstConnection {

  private static final System.Logger LOG = System.getLogger("io.rollcall");
  private static final int PAUSE_MILLISECONDS = 500;

  private FirstConnection() {}

  /**
   * Waits until the database lets us in, and leaves it again. For the launcher: a server may log in
   * while it deploys the application, and gives up at the first failure.
   *
   * @throws CannotStartException as {@link #await(RenewedConnection.Opener)}
   */
  public static void await() throws SQLException {
    await(RollcallDataSource::openOutsidePool).close();
  }

  /**
   * Opens a connection, and tries for {@code rollcall.db.wait.seconds} what may succeed later.
   *
   * @throws CannotStartException when that time is over or waiting is of no use
   */
  static Connection await(RenewedConnection.Opener opener) {
    var patience = Duration.ofSeconds(Settings.DB_WAIT_SECONDS.get());
    var start = System.nanoTime();
    for (var attempt = 1; ; attempt++) {
      try {
        return opener.open();
      } catch (SQLException e) {
        if (!DatabaseFailure.mayPass(e) || System.nanoTime() - start > patience.toNanos()) {
          throw unreachable(e);
        }
        if (attempt == 1) {
          LOG.log(
              System.Logger.Level.WARNING,
              "The database can't be reached yet: " + DatabaseFailure.reason(e));
        }
      }
      pause();
    }
  }

  private static CannotStartException unreachable(SQLException e) {
    return new CannotStartException(
        "The database %s can't be reached: %s. Start it, or correct ROLLCALL_DB_URL,"
                .formatted(RollcallDataSource.address(), DatabaseFailure.reason(e))
            + " ROLLCALL_DB_USER and ROLLCALL_DB_PASSWORD.");
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStartException("The server is stopping");
    }
  }
}
