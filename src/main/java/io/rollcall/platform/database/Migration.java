package io.rollcall.platform.database;

import io.rollcall.platform.CannotStartException;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings the database's tables up to this version before the first request. Of several nodes that
 * start at once, one migrates and the others wait for it.
 *
 * <p>The data source is defined here because some servers look for definitions on beans only.
 */
@DataSourceDefinition(
    name = RollcallDataSource.JNDI_NAME,
    className = "io.rollcall.platform.database.RollcallDataSource",
    url = "jdbc:rollcall:settings",
    minPoolSize = 0,
    initialPoolSize = 0,
    maxPoolSize = RollcallDataSource.MAX_CONNECTIONS,
    transactional = true)
@ApplicationScoped
public class Migration {

  @Resource(lookup = RollcallDataSource.JNDI_NAME)
  private DataSource dataSource;

  private volatile Dialect dialect;

  /**
   * Migrates; does nothing when the tables are of this version already. Waits for the database for
   * {@code rollcall.db.wait.seconds}, a minute by default.
   *
   * @throws CannotStartException when the database can't be reached, or has the tables of a newer
   *     version
   */
  public void migrate() {
    dialect = databaseDialect();
    var flyway =
        Flyway.configure(Migration.class.getClassLoader())
            .dataSource(dataSource)
            .locations(dialect.migrations().toArray(String[]::new))
            .load();
    refuseNewer(flyway.info().applied());
    flyway.migrate();
    if (flyway.info().current() == null) {
      throw new IllegalStateException("No migration was found: the WAR is incomplete.");
    }
  }

  /** The database's, once it was reached. */
  Dialect dialect() {
    return dialect;
  }

  private static void refuseNewer(MigrationInfo[] applied) {
    Arrays.stream(applied)
        .filter(migration -> !migration.getState().isResolved())
        .findFirst()
        .ifPresent(
            unknown -> {
              throw new CannotStartException(
                  "The database has the tables of a newer Rollcall (migration %s)."
                          .formatted(unknown.getVersion())
                      + " Deploy that version, or restore the backup from before.");
            });
  }

  private Dialect databaseDialect() {
    try (var connection = FirstConnection.await(dataSource::getConnection)) {
      return Dialect.of(connection.getMetaData());
    } catch (SQLException e) {
      throw new CannotStartException("The database went away: " + e.getMessage());
    }
  }
}
