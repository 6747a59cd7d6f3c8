package io.rollcall.web.problem;

import io.rollcall.platform.Log;
import io.rollcall.platform.database.DatabaseFailure;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import jakarta.validation.ConstraintViolationException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Tells what a client may know of a failure. Nothing that an exception of others says reaches a
 * client; what nobody expected gets a reference that is in the log.
 */
public final class Problems {

  static final String LOCKED =
      "Another request is still changing the same resource. Try again soon.";

  public static final String DATABASE_AWAY = "The server can't reach its database. Try again soon.";

  private static final AtomicLong LAST_TOLD =
      new AtomicLong(System.nanoTime() - TimeUnit.SECONDS.toNanos(2));

  private Problems() {}

  /** What a client may know of it. */
  public static Problem of(Throwable thrown) {
    var failure = ownException(thrown).orElse(thrown);
    if (failure instanceof ScimException scim) {
      return Problem.of(scim);
    }
    if (failure instanceof Refusal refusal) {
      return Problem.of(refusal);
    }
    if (failure instanceof ConstraintViolationException violated) {
      return Problem.of(Violations.of(violated));
    }
    if (DatabaseFailure.isTimeout(failure)) {
      return Problem.of(
          ScimType.TOO_MANY,
          "filter: takes too long on a directory of this size. Compare by eq or sw, or add such a"
              + " term.");
    }
    if (DatabaseFailure.isUnavailable(failure) || DatabaseFailure.isLostRace(failure)) {
      tell("The database can't be used: " + DatabaseFailure.summary(failure));
      return Problem.of(503, DatabaseFailure.isLocked(failure) ? LOCKED : DATABASE_AWAY);
    }
    var reference = UUID.randomUUID().toString();
    Log.write(System.Logger.Level.ERROR, "Unexpected failure, reference " + reference, failure);
    return Problem.of(
        500, "The server failed. Its log says why, under reference " + reference + ".");
  }

  /** What was thrown here, or for us, before interceptors and containers wrapped it. */
  public static Optional<Throwable> ownException(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .filter(
            cause ->
                cause instanceof ScimException
                    || cause instanceof Refusal
                    || cause instanceof ConstraintViolationException)
        .findFirst();
  }

  /** Once a second: what one request meets, all others meet as well. */
  private static void tell(String trouble) {
    var now = System.nanoTime();
    var last = LAST_TOLD.get();
    if (now - last > TimeUnit.SECONDS.toNanos(1) && LAST_TOLD.compareAndSet(last, now)) {
      Log.write(System.Logger.Level.ERROR, trouble);
    }
  }
}
