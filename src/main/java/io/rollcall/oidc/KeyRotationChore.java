package io.rollcall.oidc;

import io.rollcall.platform.Clock;
import io.rollcall.platform.work.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Sees to it that no key signs for too long. */
@ApplicationScoped
class KeyRotationChore implements Chore {

  private static final Duration INTERVAL = Duration.ofHours(1);

  @Inject private SigningKeys keys;
  @Inject private Clock clock;

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    keys.tenantIds().forEach(tenantId -> keys.rotate(tenantId, clock.now()));
  }
}
