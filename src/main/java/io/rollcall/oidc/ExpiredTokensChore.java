package io.rollcall.oidc;

import io.rollcall.platform.work.Chore;
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

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  /** Other chores wait for it, so that it goes on the next time when there are very many. */
  @Override
  public void run() {
    var step = 0;
    while (step < STEPS && tokens.forgetExpired(AT_ONCE)) {
      step++;
    }
  }
}
