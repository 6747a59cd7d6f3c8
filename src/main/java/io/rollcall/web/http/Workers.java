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
class Workers {

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

  private synchronized Semaphore bodies() {
    if (bodies == null) {
      bodies = new Semaphore(limits.requests() * 3 / 4);
    }
    return bodies;
  }
}
