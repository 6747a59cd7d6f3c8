package io.rollcall.oidc;

import io.rollcall.platform.work.Chore;
import io.rollcall.tenancy.TenantIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets access tokens that have ended. */
@ApplicationScoped
class ExpiredTokensChore implements Chore {

  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final int AT_ONCE = 500;
  private static final int STEPS = 20;

  @Inject private AccessTokens tokens;
  @Inject private TenantIds tenants;

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    tenants.all().forEach(this::forget);
  }

  /** Other chores wait for it, so that it goes on the next time when there are very many. */
  private void forget(String tenantId) {
    var step = 0;
    while (step < STEPS && tokens.forgetExpired(tenantId, AT_ONCE)) {
      step++;
    }
  }
}
