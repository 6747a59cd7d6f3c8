package io.rollcall.platform.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Locks of this node, each held until its transaction has ended. For a database that only one node
 * has and whose own locks don't hold: H2 undoes a row twice when it rolls back, and the second time
 * takes it from whoever has locked it meanwhile.
 */
@ApplicationScoped
class NodeLocks {

  /** What a database says when a lock can't be had in time. */
  private static final String LOCKED = "HYT00";

  @Resource private TransactionSynchronizationRegistry transactions;

  private final Map<Object, Place> places = new ConcurrentHashMap<>();

  /**
   * Waits until nobody else has the lock, and has it until the transaction ends. A transaction that
   * has it already goes on.
   *
   * @param name what is locked; equal names are one lock
   * @param milliseconds how long to wait at most
   * @throws PersistenceException as the database would, when the lock can't be had in time
   */
  void take(Object name, int milliseconds) {
    if (transactions.getResource(name) != null) {
      return;
    }
    var place = places.compute(name, (key, there) -> there == null ? new Place() : there.wanted());
    var isTaken = false;
    try {
      isTaken = place.free.tryAcquire(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!isTaken) {
      leave(name);
      throw new PersistenceException(new SQLException("The lock can't be had in time", LOCKED));
    }
    transactions.putResource(name, place);
    transactions.registerInterposedSynchronization(
        new AtTheEnd(
            () -> {
              place.free.release();
              leave(name);
            }));
  }

  private void leave(Object name) {
    places.computeIfPresent(name, (key, place) -> place.left());
  }

  /** One lock, and how many want or have it; only changed within the map's own locks. */
  private static final class Place {
    private final Semaphore free = new Semaphore(1);
    private int users = 1;

    Place wanted() {
      users++;
      return this;
    }

    Place left() {
      users--;
      return users == 0 ? null : this;
    }
  }

  private record AtTheEnd(Runnable action) implements Synchronization {
    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      action.run();
    }
  }
}
