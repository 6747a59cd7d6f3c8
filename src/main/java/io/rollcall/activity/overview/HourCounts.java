package io.rollcall.activity.overview;

import io.rollcall.activity.Hours;
import io.rollcall.activity.Outcome;
import io.rollcall.activity.RefusalsJoined;
import io.rollcall.activity.RequestRefused;
import io.rollcall.directory.ResourceChange;
import io.rollcall.platform.Clock;
import io.rollcall.platform.actor.Actor;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.work.Chore;
import io.rollcall.provider.SsoProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Counts how much happens in each hour: in memory once it is sure, and written down each second, so
 * that no change waits for a row that others raise as well. What a node counted in its last second
 * is lost when it dies.
 */
@ApplicationScoped
public class HourCounts implements Chore {

  /** What reads are counted as. */
  private static final String READ = "read";

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  @Inject private Clock clock;
  @Inject private WrittenHours written;

  private final Unwritten<HourCount.Key, Long> counted =
      new Unwritten<>(Integer.MAX_VALUE, Long::sum);

  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) ResourceChange change) {
    count(change.resource().tenantId(), change.actor(), Outcome.of(change), 1);
  }

  void count(@Observes RequestRefused refused) {
    count(refused.tenantId(), refused.actor(), Outcome.REFUSED, 1);
  }

  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) RefusalsJoined joined) {
    var refusal = joined.refusal();
    count(refusal.tenantId(), refusal.actor(), Outcome.REFUSED, joined.howOften());
  }

  /** A provider has read something, so often. */
  void read(TenantKey provider, long times) {
    if (times > 0) {
      count(provider.tenantId(), provider.id(), READ, times);
    }
  }

  private void count(String tenantId, Actor actor, Outcome outcome, long times) {
    count(tenantId, actor.providerId().orElse(SsoProvider.NOBODY), outcome.toString(), times);
  }

  private void count(String tenantId, String providerId, String outcome, long times) {
    var hour = Hours.number(clock.now());
    counted.add(new HourCount.Key(tenantId, providerId, hour, outcome), times);
  }

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    counted.writeDown(written::add);
  }
}
