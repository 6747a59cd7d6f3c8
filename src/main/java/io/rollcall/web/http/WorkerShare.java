package io.rollcall.web.http;

import io.rollcall.platform.Log;
import io.rollcall.platform.problem.Refusal;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The thread that the request holds until its answer is written. */
@RequestScoped
public class WorkerShare {

  @Inject private Workers workers;

  private String tenantId;

  /**
   * Counts the thread as the tenant's.
   *
   * @throws Refusal.Busy when the tenant has its share already
   */
  public void takeFor(String ofTenant) {
    workers.enter(ofTenant);
    tenantId = ofTenant;
    Log.isOf(ofTenant);
  }

  @PreDestroy
  void giveBack() {
    if (tenantId != null) {
      workers.leave(tenantId);
    }
  }
}
