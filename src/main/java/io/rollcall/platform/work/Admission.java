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
import java.util.function.Supplier;

/**
 * Lets as much work in at once as the pool has connections for, some being left for work within
 * work. What can't begin soon is refused: whoever waits without end holds a thread of the server.
 *
 * <p>A tenant has a quarter of the places for itself, and more while another quarter stays free, so
 * that one with heavy queries doesn't shut the others out.
 */
@ApplicationScoped
public class Admission {

  /** How much work there is in the database at once, at most. */
  public static final int PLACES = RollcallDataSource.MAX_CONNECTIONS * 3 / 4;

  private static final int SHARE = PLACES / 4;
  private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Lock lock = new ReentrantLock(true);
  private final Condition left = lock.newCondition();
  private final Map<String, Integer> takenByTenant = new HashMap<>();
  private int taken;
  private int waiting;
  private long refused;

  /**
   * Waits for a place; {@link #leave} gives it back.
   *
   * @param tenantId whose work it is; null for work that is no tenant's
   * @throws DatabaseBusyException when there is none for a second
   */
  void enter(String tenantId) {
    lock.lock();
    try {
      if (!mayEnter(tenantId)) {
        await(tenantId);
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

  private void await(String tenantId) throws InterruptedException {
    waiting++;
    try {
      for (var patience = WAIT_NANOS; !mayEnter(tenantId); patience = left.awaitNanos(patience)) {
        if (patience <= 0) {
          refused++;
          throw new DatabaseBusyException("All connections to the database are in use");
        }
      }
    } finally {
      waiting--;
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

  /** How many places are taken. */
  public int taken() {
    return read(() -> taken);
  }

  /** How much work waits for a place. */
  public int waiting() {
    return read(() -> waiting);
  }

  /** How much work got no place in time, since the start. */
  public long refused() {
    return read(() -> refused);
  }

  private <T> T read(Supplier<T> value) {
    lock.lock();
    try {
      return value.get();
    } finally {
      lock.unlock();
    }
  }

  private static String key(String tenantId) {
    return tenantId == null ? "" : tenantId;
  }
}
