package io.rollcall.web.operations;

import io.rollcall.access.Recognition.Reason;
import io.rollcall.access.TurnedAway;
import io.rollcall.activity.Outcome;
import io.rollcall.activity.RequestRefused;
import io.rollcall.directory.ResourceChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Locale;

/** Counts what the activity log tells, once it is sure, and who isn't let in. */
@ApplicationScoped
class ActivityMetrics {

  @Inject private Metrics metrics;

  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) ResourceChange change) {
    metrics.entry(Outcome.of(change).toString());
  }

  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) RequestRefused refused) {
    metrics.entry(Outcome.REFUSED.toString());
  }

  /** What a tenant's own token does at the address of another one is told of as one thing. */
  void count(@Observes TurnedAway turnedAway) {
    if (turnedAway.reason() != Reason.OF_ANOTHER_TENANT) {
      metrics.turnedAway(RequestMetrics.SCIM, turnedAway.reason().name().toLowerCase(Locale.ROOT));
    }
  }
}
