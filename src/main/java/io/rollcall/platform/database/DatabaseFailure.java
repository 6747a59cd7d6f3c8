package io.rollcall.platform.database;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an exception that came out of the database means, by its SQLSTATE. */
public final class DatabaseFailure {

  /** The SQLSTATE of a statement that was ended because it took too long. */
  static final String CANCELED = "57014";

  private static final Set<String> LOST_RACES = Set.of("23505", "23503", "23506", "40001", "40P01");

  /** A lock can't be had in time: as PostgreSQL and as H2 tell it. */
  private static final Set<String> LOCKED = Set.of("55P03", "HYT00");

  /** Connection, resources, operator; and H2's own. */
  private static final Set<String> AWAY_CLASSES = Set.of("08", "53", "57", "90");

  /** Nobody accepts connections yet, or no more of them, or another process has H2's file. */
  private static final Set<String> NOT_YET = Set.of("57P03", "53300", "90020");

  private DatabaseFailure() {}

  /** Whether it may go away by waiting; a wrong password doesn't become right. */
  static boolean mayPass(Throwable failure) {
    return sqlState(failure)
        .map(state -> state.startsWith("08") || NOT_YET.contains(state))
        .orElse(true);
  }

  /** What the database itself said, in one line without a full stop. */
  static String reason(Throwable failure) {
    return sqlException(failure)
        .map(SQLException::getMessage)
        .orElseGet(() -> String.valueOf(failure.getMessage()))
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("\\.$", "");
  }

  /** Whether the same transaction may succeed when it is tried again. */
  public static boolean isLostRace(Throwable failure) {
    return sqlState(failure).filter(LOST_RACES::contains).isPresent();
  }

  /** Whether a statement was ended because it took longer than its limit. */
  public static boolean isTimeout(Throwable failure) {
    return sqlState(failure).filter(CANCELED::equals).isPresent();
  }

  /** Whether a lock can't be had in time, for another transaction holds it. */
  public static boolean isLocked(Throwable failure) {
    return sqlState(failure).filter(LOCKED::contains).isPresent();
  }

  /** What failed, for a log: without the database's own text, which may have parts of a row. */
  public static String summary(Throwable failure) {
    return sqlException(failure)
        .map(e -> "SQLSTATE %s, error %d".formatted(e.getSQLState(), e.getErrorCode()))
        .or(
            () ->
                causes(failure)
                    .filter(DatabaseFailure::isOfTransaction)
                    .findFirst()
                    .map(Throwable::getMessage))
        .orElse("");
  }

  /** Whether the database, a connection to it or a lock in it can't be had at the moment. */
  public static boolean isUnavailable(Throwable failure) {
    return sqlException(failure)
        .map(DatabaseFailure::isUnavailable)
        .orElseGet(() -> causes(failure).anyMatch(DatabaseFailure::isOfTransaction));
  }

  /** Without an SQLException: no transaction can be begun, or none be ended. */
  private static boolean isOfTransaction(Throwable cause) {
    return cause instanceof DatabaseBusyException
        || cause instanceof SystemException
        || cause instanceof RollbackException;
  }

  private static boolean isUnavailable(SQLException exception) {
    var state = exception.getSQLState();
    return state == null
        || state.length() < 2
        || LOCKED.contains(state)
        || AWAY_CLASSES.contains(state.substring(0, 2));
  }

  private static Optional<String> sqlState(Throwable failure) {
    return sqlException(failure).map(SQLException::getSQLState);
  }

  private static Optional<SQLException> sqlException(Throwable failure) {
    return causes(failure)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .reduce((outer, inner) -> inner);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
