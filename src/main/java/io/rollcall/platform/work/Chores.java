package io.rollcall.platform.work;

import io.rollcall.platform.database.DatabaseFailure;
import io.rollcall.platform.database.DatabaseWatch;
import io.rollcall.platform.start.Starting;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has all chores done from the start on, but not while the database is away. They are done one
 * after the other, in a thread that only wakes up for it: a server's scheduler may have no more
 * than one, and when the database doesn't answer, that must stay free for whoever has to find that
 * out.
 */
@ApplicationScoped
class Chores {

  private static final System.Logger LOG = System.getLogger("io.rollcall");
  private static final long PERIOD_MILLISECONDS = 500;

  @Inject @Any private Instance<Chore> chores;
  @Inject private DatabaseWatch database;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Resource private ManagedExecutorService executor;

  private final List<Planned> planned = new ArrayList<>();
  private final AtomicBoolean isAtIt = new AtomicBoolean();
  private ScheduledFuture<?> work;

  void begin(@Observes Starting starting) {
    chores.forEach(chore -> planned.add(new Planned(chore)));
    work =
        scheduler.scheduleWithFixedDelay(
            this::wake, PERIOD_MILLISECONDS, PERIOD_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  private void wake() {
    if (isAtIt.compareAndSet(false, true)) {
      try {
        executor.execute(this::runAll);
      } catch (RejectedExecutionException e) {
        isAtIt.set(false);
      }
    }
  }

  private void runAll() {
    try {
      planned.forEach(this::runIfDue);
    } finally {
      isAtIt.set(false);
    }
  }

  private void runIfDue(Planned plan) {
    if (database.isAway() || !plan.isDue()) {
      return;
    }
    try {
      plan.chore.run();
    } catch (RuntimeException e) {
      tell(e);
    }
    plan.rest();
  }

  /** A chore, and when it is done next. */
  private static final class Planned {

    private final Chore chore;
    private long next;

    Planned(Chore chore) {
      this.chore = chore;
      rest();
    }

    boolean isDue() {
      return System.nanoTime() - next >= 0;
    }

    void rest() {
      next = System.nanoTime() + chore.interval().toNanos();
    }
  }

  /** What the database does to everybody is told in a line. */
  private static void tell(RuntimeException failure) {
    if (DatabaseFailure.isUnavailable(failure) || DatabaseFailure.isLostRace(failure)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The database can't be used by work in the background: "
              + DatabaseFailure.summary(failure));
    } else {
      LOG.log(System.Logger.Level.WARNING, "Work in the background failed", failure);
    }
  }

  @PreDestroy
  void end() {
    if (work != null) {
      work.cancel(false);
    }
  }
}
