package io.rollcall.activity.overview;

import io.rollcall.activity.Hours;
import io.rollcall.platform.Clock;
import io.rollcall.platform.work.Chore;
import io.rollcall.platform.work.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;

/** Removes what no overview tells any more. */
@UseCases
public class OldCounts implements Chore {

  private static final Duration INTERVAL = Duration.ofHours(1);

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    var earliest = clock.now().minus(WrittenFailings.KEPT).minus(Duration.ofDays(1));
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
