package io.rollcall.activity;

import io.rollcall.platform.Clock;
import io.rollcall.platform.Ids;
import io.rollcall.platform.Settings;
import io.rollcall.platform.work.Chore;
import io.rollcall.tenancy.TenantIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Removes what is older than the log is kept, a little at a time. */
@ApplicationScoped
class Retention implements Chore {

  private static final Duration INTERVAL = Duration.ofSeconds(30);

  /** So many steps are done for a tenant before the next one has its turn. */
  private static final int STEPS = 20;

  @Inject private Clock clock;
  @Inject private TenantIds tenants;
  @Inject private OldEntries old;

  private final Duration kept = Duration.ofDays(Settings.ACTIVITY_DAYS.get());

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    var earliest = clock.now().minus(kept);
    for (var tenantId : tenants.all()) {
      for (var step = 0; step < STEPS; step++) {
        if (!old.removeSome(tenantId, Ids.first(earliest))) {
          break;
        }
      }
      old.removeHours(tenantId, Hours.number(earliest));
    }
  }
}
