package io.rollcall.activity.overview;

import io.rollcall.activity.Hours;
import io.rollcall.platform.Clock;
import io.rollcall.platform.work.Chore;
import io.rollcall.platform.work.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;

/** Removes what no overview tells any more, and makes the rest short. */
@UseCases
public class OldCounts implements Chore {

  private static final Duration INTERVAL = Duration.ofMinutes(10);

  /** No node's clock is so far behind that it still counts for an hour before these. */
  private static final long OPEN_HOURS = 1;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private HourCounts hours;

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    hours.joinSlices(Hours.number(clock.now()) - OPEN_HOURS);
    var earliest = clock.now().minus(Failings.KEPT).minus(Duration.ofDays(1));
    entities
        .createQuery("delete from HourCount c where c.key.hour < :hour")
        .setParameter("hour", Hours.number(earliest))
        .executeUpdate();
    entities
        .createQuery("delete from Failing f where f.last < :earliest")
        .setParameter("earliest", earliest)
        .executeUpdate();
  }
}
