package io.rollcall.access;

import io.rollcall.platform.work.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets deleted tokens when nobody is likely to come with them any more. */
@ApplicationScoped
class DeletedTokensChore implements Chore {

  private static final Duration INTERVAL = Duration.ofHours(1);

  @Inject private ScimTokens tokens;

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    tokens.forgetDeleted();
  }
}
