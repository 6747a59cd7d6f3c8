package io.rollcall.activity.overview;

import io.rollcall.access.Actor;
import io.rollcall.activity.Hours;
import io.rollcall.activity.Outcome;
import io.rollcall.activity.RefusalsJoined;
import io.rollcall.activity.RequestRefused;
import io.rollcall.directory.ResourceChange;
import io.rollcall.platform.Clock;
import io.rollcall.platform.work.Chore;
import io.rollcall.provider.SsoProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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

  private final Map<HourCount.Key, Long> counted = new ConcurrentHashMap<>();

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
  void read(String tenantId, String providerId, long times) {
    if (times > 0) {
      count(tenantId, providerId, READ, times);
    }
  }

  private void count(String tenantId, Actor actor, Outcome outcome, long times) {
    count(tenantId, actor.providerId().orElse(SsoProvider.NOBODY), outcome.toString(), times);
  }

  private void count(String tenantId, String providerId, String outcome, long times) {
    var hour = Hours.number(clock.now());
    counted.merge(new HourCount.Key(tenantId, providerId, hour, outcome), times, Long::sum);
  }

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    var taken = new HashMap<HourCount.Key, Long>();
    for (var key : Set.copyOf(counted.keySet())) {
      var times = counted.remove(key);
      if (times != null) {
        taken.put(key, times);
      }
    }
    if (taken.isEmpty()) {
      return;
    }
    try {
      written.add(taken);
    } catch (RuntimeException e) {
      taken.forEach((key, times) -> counted.merge(key, times, Long::sum));
      throw e;
    }
  }
}
