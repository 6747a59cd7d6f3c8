package io.rollcall.activity.overview;

import io.rollcall.access.Principal.Provisioner;
import io.rollcall.directory.ResourceChange;
import io.rollcall.platform.Clock;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.work.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hears of each request of an identity provider, and writes down from time to time what came of
 * that: a read must not cost the database a write. What a node has heard in the last two seconds is
 * lost with it.
 */
@ApplicationScoped
public class Contacts implements Chore {

  private static final Duration INTERVAL = Duration.ofSeconds(2);

  /** What can't be written down for long is forgotten rather than kept in memory. */
  private static final int MAX_NAMED = 100_000;

  @Inject private Clock clock;
  @Inject private WrittenContacts written;
  @Inject private HourCounts hours;

  private final Unwritten<TenantKey, Visit> visits = new Unwritten<>(Integer.MAX_VALUE, Visit::and);
  private final Set<String> namedToday = ConcurrentHashMap.newKeySet();
  private volatile Instant day = Instant.EPOCH;
  private final Map<TenantKey, Set<String>> namedByProvider = new ConcurrentHashMap<>();

  /** A request was answered. */
  public void answered(Provisioner provisioner, boolean refused, boolean read) {
    var visit = Visit.of(clock.now(), refused, read && !refused);
    visits.add(key(provisioner), visit);
  }

  /** A request named a resource that is there. */
  public void named(Provisioner provisioner, String resourceId) {
    named(key(provisioner), resourceId);
  }

  /** Whoever changes a resource names it. That it may be undone does no harm. */
  void named(@Observes ResourceChange change) {
    change
        .actor()
        .providerId()
        .ifPresent(
            id -> named(new TenantKey(change.resource().tenantId(), id), change.resource().id()));
  }

  private void named(TenantKey provider, String resourceId) {
    if (!isNews(provider, resourceId)) {
      return;
    }
    var named = namedByProvider.computeIfAbsent(provider, key -> ConcurrentHashMap.newKeySet());
    if (named.size() < MAX_NAMED) {
      named.add(resourceId);
    }
  }

  /** What was named today is written down once; who forgets that writes it again, and no more. */
  private boolean isNews(TenantKey provider, String resourceId) {
    var today = clock.now().truncatedTo(ChronoUnit.DAYS);
    if (!today.equals(day) || namedToday.size() > MAX_NAMED) {
      namedToday.clear();
      day = today;
    }
    return namedToday.add(provider + "/" + resourceId);
  }

  private static TenantKey key(Provisioner provisioner) {
    return new TenantKey(provisioner.tenantId(), provisioner.providerId());
  }

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    visits.writeDown(
        all -> {
          written.add(all);
          all.forEach((provider, visit) -> hours.read(provider, visit.reads()));
        });
    for (var provider : Set.copyOf(namedByProvider.keySet())) {
      var named = namedByProvider.remove(provider);
      if (named != null) {
        written.name(provider, named);
      }
    }
  }
}
