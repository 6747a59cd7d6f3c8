package io.rollcall.web.http;

import io.rollcall.platform.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Who holds the threads that serve requests. A tenant has a quarter of them for itself, and more
 * while at least half are free: its slow clients and heavy queries leave room for everybody else.
 * Of all threads three quarters may wait for the rest of a body.
 */
@ApplicationScoped
public class Workers {

  private static final String BUSY = "The server has too much to do. Try again soon.";

  @Inject private Limits limits;

  private final Map<String, Integer> busyByTenant = new HashMap<>();
  private int busy;
  private Semaphore bodies;

  /**
   * A request of the tenant begins; {@link #leave} ends it.
   *
   * @throws Refusal.Busy when the tenant has its share already
   */
  synchronized void enter(String tenantId) {
    var own = busyByTenant.getOrDefault(tenantId, 0);
    if (own >= limits.requests() / 4 && busy >= limits.requests() / 2) {
      throw new Refusal.Busy(BUSY);
    }
    busyByTenant.put(tenantId, own + 1);
    busy++;
  }

  synchronized void leave(String tenantId) {
    busyByTenant.computeIfPresent(tenantId, (id, own) -> own > 1 ? own - 1 : null);
    busy--;
  }

  /**
   * A thread begins to wait for a body; {@link #endBody} ends that.
   *
   * @throws Refusal.Busy when too many do already
   */
  void beginBody() {
    if (!bodies().tryAcquire()) {
      throw new Refusal.Busy(BUSY);
    }
  }

  void endBody() {
    bodies().release();
  }

  /** How many requests of recognised clients are served. */
  public synchronized int busy() {
    return busy;
  }

  /** How many threads the tenant has that has most. */
  public synchronized int largestShare() {
    return busyByTenant.values().stream().max(Integer::compare).orElse(0);
  }

  /** How many threads wait for the rest of a body. */
  public int waitingForBodies() {
    return mayWaitForBodies() - bodies().availablePermits();
  }

  /** How many requests are served at once, at most. */
  public int limit() {
    return limits.requests();
  }

  private int mayWaitForBodies() {
    return limits.requests() * 3 / 4;
  }

  private synchronized Semaphore bodies() {
    if (bodies == null) {
      bodies = new Semaphore(mayWaitForBodies());
    }
    return bodies;
  }
}
