package io.rollcall.platform.work;

import io.rollcall.platform.database.DatabaseFailure;
import io.rollcall.platform.database.DatabaseWatch;
import io.rollcall.platform.start.Starting;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Has all chores done from the start on, but not while the database is away. */
@ApplicationScoped
class Chores {

  private static final System.Logger LOG = System.getLogger("io.rollcall");

  @Inject @Any private Instance<Chore> chores;
  @Inject private DatabaseWatch database;

  @Resource private ManagedScheduledExecutorService executor;

  private final List<ScheduledFuture<?>> planned = new ArrayList<>();

  void begin(@Observes Starting starting) {
    for (var chore : chores) {
      var milliseconds = chore.interval().toMillis();
      planned.add(
          executor.scheduleWithFixedDelay(
              () -> run(chore), milliseconds, milliseconds, TimeUnit.MILLISECONDS));
    }
  }

  private void run(Chore chore) {
    if (database.isAway()) {
      return;
    }
    try {
      chore.run();
    } catch (RuntimeException e) {
      tell(e);
    }
  }

  /** What the database does to everybody is told in a line. */
  private static void tell(RuntimeException failure) {
    if (DatabaseFailure.isUnavailable(failure) || DatabaseFailure.isLostRace(failure)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Work in the background is put off: " + DatabaseFailure.summary(failure));
    } else {
      LOG.log(System.Logger.Level.WARNING, "Work in the background failed", failure);
    }
  }

  @PreDestroy
  void end() {
    planned.forEach(plan -> plan.cancel(false));
  }
}
