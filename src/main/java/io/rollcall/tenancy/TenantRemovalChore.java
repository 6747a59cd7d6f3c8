package io.rollcall.tenancy;

import io.rollcall.platform.work.Chore;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Goes on with the removal of tenants, whichever node has begun it. */
@ApplicationScoped
class TenantRemovalChore implements Chore {

  private static final Duration INTERVAL = Duration.ofSeconds(2);

  @Inject private TenantRemoval removal;

  private volatile boolean isStopping;

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    for (var tenantId : removal.begun()) {
      var hasMore = true;
      while (hasMore && !isStopping) {
        hasMore = removal.step(tenantId);
      }
    }
  }

  @PreDestroy
  void stop() {
    isStopping = true;
  }
}
