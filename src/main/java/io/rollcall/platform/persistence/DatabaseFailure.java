package io.rollcall.platform.persistence;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an exception that came out of the database means, by its SQLSTATE. */
public final class DatabaseFailure {

  private static final String UNIQUE_VIOLATION = "23505";
  private static final String CANCELED = "57014";
  private static final Set<String> LOST_RACES =
      Set.of(UNIQUE_VIOLATION, "23503", "23506", "40001", "40P01", "HYT00");
  private static final Set<String> AWAY_CLASSES = Set.of("08", "53", "57");

  private DatabaseFailure() {}

  /** Whether the same transaction may succeed when it is tried again. */
  public static boolean isLostRace(Throwable failure) {
    return sqlState(failure).filter(LOST_RACES::contains).isPresent();
  }

  /** Whether a statement was ended because it took longer than its limit. */
  public static boolean isTimeout(Throwable failure) {
    return sqlState(failure).filter(CANCELED::equals).isPresent();
  }

  /** Whether the database or a connection to it can't be had at the moment. */
  public static boolean isUnavailable(Throwable failure) {
    var sqlException = sqlException(failure);
    return sqlException.isPresent()
        && Optional.ofNullable(sqlException.get().getSQLState())
            .map(state -> state.length() < 2 || AWAY_CLASSES.contains(state.substring(0, 2)))
            .orElse(true);
  }

  private static Optional<String> sqlState(Throwable failure) {
    return sqlException(failure).map(SQLException::getSQLState);
  }

  private static Optional<SQLException> sqlException(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .reduce((outer, inner) -> inner);
  }
}
