package io.rollcall.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets as much work in at once as the pool has connections for, some being left for work within
 * work. What can't begin soon is refused: whoever waits without end holds a thread of the server.
 */
@ApplicationScoped
class Admission {

  private static final int PLACES = RollcallDataSource.MAX_CONNECTIONS * 3 / 4;
  private static final int WAIT_MILLISECONDS = 1_000;

  private final Semaphore places = new Semaphore(PLACES, true);

  /**
   * Waits for a place; {@link #leave} gives it back.
   *
   * @throws DatabaseBusyException when there is none for a second
   */
  void enter() {
    try {
      if (!places.tryAcquire(WAIT_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        throw new DatabaseBusyException("All connections to the database are in use");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseBusyException("The server is stopping");
    }
  }

  void leave() {
    places.release();
  }
}
