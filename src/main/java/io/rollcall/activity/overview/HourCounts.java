package io.rollcall.activity.overview;

import io.rollcall.access.Actor;
import io.rollcall.activity.Hours;
import io.rollcall.activity.Outcome;
import io.rollcall.activity.RefusalsJoined;
import io.rollcall.activity.RequestRefused;
import io.rollcall.directory.ResourceChange;
import io.rollcall.platform.Clock;
import io.rollcall.platform.work.DatabaseWork;
import io.rollcall.provider.SsoProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much happened in each hour. A number is raised in the transaction of what it counts, and is
 * spread over several rows: whoever raises one holds it until the commit.
 */
@ApplicationScoped
public class HourCounts {

  /** What reads are counted as. */
  static final String READ = "read";

  /** So many that those who change a tenant at the same time seldom wait for each other. */
  private static final int SLICES = 16;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;

  /** Raised in the transaction of the change. */
  void count(@Observes ResourceChange change) {
    raise(key(change.resource().tenantId(), change.actor(), Outcome.of(change)), 1);
  }

  /** Raised in a transaction of its own. */
  @DatabaseWork
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void count(@Observes RequestRefused refused) {
    raise(key(refused.tenantId(), refused.actor(), Outcome.REFUSED), 1);
  }

  /** Raised in the transaction that writes it down. */
  void count(@Observes RefusalsJoined joined) {
    var refusal = joined.refusal();
    raise(key(refusal.tenantId(), refusal.actor(), Outcome.REFUSED), joined.howOften());
  }

  private HourCount.Key key(String tenantId, Actor actor, Outcome outcome) {
    // One transaction has one slice, or two could wait for each other.
    var slice = Math.floorMod(actor.request().value().hashCode(), SLICES);
    return key(tenantId, actor.providerId().orElse(SsoProvider.NOBODY), outcome.toString(), slice);
  }

  /** The key of this hour. */
  HourCount.Key key(String tenantId, String providerId, String outcome, int slice) {
    return new HourCount.Key(tenantId, providerId, Hours.number(clock.now()), outcome, slice);
  }

  /** Adds to a number, in the transaction of the caller. */
  void raise(HourCount.Key key, long times) {
    var raised =
        entities
            .createQuery(
                "update HourCount c set c.times = c.times + :times where c.key.tenantId = :tenant"
                    + " and c.key.providerId = :provider and c.key.hour = :hour"
                    + " and c.key.outcome = :outcome and c.key.slice = :slice")
            .setParameter("times", times)
            .setParameter("tenant", key.tenantId())
            .setParameter("provider", key.providerId())
            .setParameter("hour", key.hour())
            .setParameter("outcome", key.outcome())
            .setParameter("slice", key.slice())
            .executeUpdate();
    if (raised == 0) {
      entities.persist(new HourCount(key, times));
      // Or a second change of this transaction wouldn't find it.
      entities.flush();
    }
  }

  /** How often what was done, by outcome, by hour since that one. */
  Map<Long, Map<String, Long>> since(String tenantId, long hour) {
    List<Object[]> rows =
        entities
            .createQuery(
                "select c.key.hour, c.key.outcome, sum(c.times) from HourCount c"
                    + " where c.key.tenantId = :tenant and c.key.hour >= :hour"
                    + " group by c.key.hour, c.key.outcome",
                Object[].class)
            .setParameter("tenant", tenantId)
            .setParameter("hour", hour)
            .getResultList();
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> (Long) row[0],
                TreeMap::new,
                Collectors.toMap(row -> (String) row[1], row -> (Long) row[2])));
  }
}
