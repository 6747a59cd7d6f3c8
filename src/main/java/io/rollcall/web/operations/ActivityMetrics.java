package io.rollcall.web.operations;

import io.rollcall.activity.Outcome;
import io.rollcall.activity.RequestRefused;
import io.rollcall.directory.ResourceChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Locale;

/** Counts what the activity log tells, once it is sure. */
@ApplicationScoped
class ActivityMetrics {

  @Inject private Metrics metrics;

  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) ResourceChange change) {
    metrics.entry(change.kind().name().toLowerCase(Locale.ROOT));
  }

  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) RequestRefused refused) {
    metrics.entry(Outcome.REFUSED.toString());
  }
}
