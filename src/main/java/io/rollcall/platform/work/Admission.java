package io.rollcall.platform.work;

import io.rollcall.platform.database.DatabaseBusyException;
import io.rollcall.platform.database.RollcallDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets as much work in at once as the pool has connections for, some being left for work within
 * work. What can't begin soon is refused: whoever waits without end holds a thread of the server.
 *
 * <p>A tenant has a quarter of the places for itself, and more while another quarter stays free, so
 * that one with heavy queries doesn't shut the others out.
 */
@ApplicationScoped
class Admission {

  private static final int PLACES = RollcallDataSource.MAX_CONNECTIONS * 3 / 4;
  private static final int SHARE = PLACES / 4;
  private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Lock lock = new ReentrantLock(true);
  private final Condition left = lock.newCondition();
  private final Map<String, Integer> takenByTenant = new HashMap<>();
  private int taken;

  /**
   * Waits for a place; {@link #leave} gives it back.
   *
   * @param tenantId whose work it is; null for work that is no tenant's
   * @throws DatabaseBusyException when there is none for a second
   */
  void enter(String tenantId) {
    lock.lock();
    try {
      var patience = WAIT_NANOS;
      while (!mayEnter(tenantId)) {
        if (patience <= 0) {
          throw new DatabaseBusyException("All connections to the database are in use");
        }
        patience = left.awaitNanos(patience);
      }
      taken++;
      takenByTenant.merge(key(tenantId), 1, Integer::sum);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseBusyException("The server is stopping");
    } finally {
      lock.unlock();
    }
  }

  private boolean mayEnter(String tenantId) {
    var hasShare = tenantId == null || takenByTenant.getOrDefault(tenantId, 0) < SHARE;
    return taken < (hasShare ? PLACES : PLACES - SHARE);
  }

  /** Gives a place back. */
  void leave(String tenantId) {
    lock.lock();
    try {
      taken--;
      takenByTenant.computeIfPresent(key(tenantId), (id, own) -> own > 1 ? own - 1 : null);
      left.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static String key(String tenantId) {
    return tenantId == null ? "" : tenantId;
  }
}
