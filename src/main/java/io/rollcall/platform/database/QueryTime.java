package io.rollcall.platform.database;

import io.rollcall.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how long the queries of one request may take together. The database itself ends a query
 * that takes longer, however busy this server is.
 */
@ApplicationScoped
public class QueryTime {

  private static final long MILLISECONDS = TimeUnit.SECONDS.toMillis(Settings.QUERY_SECONDS.get());

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Migration migration;

  /** The time that is left to one request; to be closed before its transaction ends. */
  public final class Budget implements AutoCloseable {

    private final long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLISECONDS);

    private boolean isBound;

    private Budget() {}

    /**
     * Lets the statements that follow in this transaction take what is left, each.
     *
     * @throws PersistenceException as when a statement takes too long, when nothing is left
     */
    public void bound() {
      var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new PersistenceException(
            new SQLException("The request's time is over", DatabaseFailure.CANCELED));
      }
      execute(migration.dialect().statementLimit(left));
      isBound = true;
    }

    @Override
    public void close() {
      if (isBound) {
        migration.dialect().noStatementLimit().ifPresent(QueryTime.this::execute);
      }
    }
  }

  private void execute(String statement) {
    entities.createNativeQuery(statement).executeUpdate();
  }

  /** A request begins. */
  public Budget begin() {
    return new Budget();
  }
}
