package io.rollcall.activity;

import io.rollcall.platform.Clock;
import io.rollcall.platform.work.Chore;
import io.rollcall.tenancy.KnownTenants;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records what is refused at the door. The first time of an hour is written at once, though not
 * while the client waits, who could tell by the time which tenants there are; how often it comes
 * again is counted in memory and written from time to time, so that whoever knocks costs the
 * database next to nothing.
 */
@ApplicationScoped
public class DoorLog implements Chore {

  private static final System.Logger LOG = System.getLogger("io.rollcall");
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  /** So long it may be unknown that there is a tenant. */
  private static final Duration UNKNOWN = Duration.ofSeconds(4);

  /** Of more at once, under the names of tenants that may not exist, nobody takes note. */
  private static final int MAX_KNOCKS = 10_000;

  /** So many entries of an hour are of one cause and one actor; the rest becomes one more. */
  private static final int MAX_ALIKE = 10;

  @Inject private Clock clock;
  @Inject private KnownTenants tenants;
  @Inject private JoinedEntries entries;

  @Resource private ManagedExecutorService executor;

  private final Map<JoinedEntry.Key, Knocks> knocks = new ConcurrentHashMap<>();

  /** Counts a refusal. It never fails: the answer has been made. */
  void record(@Observes JoinedRefusal refusal) {
    try {
      count(refusal);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "What was refused at the door isn't in the log", e);
    }
  }

  private void count(JoinedRefusal refusal) {
    var now = clock.now();
    var hour = Hours.number(now);
    var told = hasAlike(refusal, hour) ? refusal.inGeneral() : refusal;
    var key = new JoinedEntry.Key(told, hour);
    var known = knocks.get(key);
    if (known == null && hasRoom(key)) {
      var first = new Knocks(told, now);
      known = knocks.putIfAbsent(key, first);
      if (known == null) {
        first.count(now);
        executor.execute(() -> write(key, first));
      }
    }
    if (known != null) {
      known.count(now);
    }
  }

  /** Whoever calls too many wrong addresses isn't told of by each, or nobody else had room. */
  private boolean hasAlike(JoinedRefusal refusal, long hour) {
    var key = new JoinedEntry.Key(refusal, hour);
    return !knocks.containsKey(key)
        && knocks.keySet().stream().filter(key::isAlike).limit(MAX_ALIKE).count() == MAX_ALIKE;
  }

  private boolean hasRoom(JoinedEntry.Key key) {
    return knocks.size() < MAX_KNOCKS
        && knocks.keySet().stream()
                .filter(k -> k.tenantId().equals(key.tenantId()) && k.hour() == key.hour())
                .limit(JoinedEntries.MAX_OF_HOUR)
                .count()
            < JoinedEntries.MAX_OF_HOUR;
  }

  private void write(JoinedEntry.Key key, Knocks unwritten) {
    var batch = unwritten.take();
    if (batch.howOften() == 0) {
      return;
    }
    try {
      var created = tenants.created(key.tenantId());
      if (created.isEmpty()) {
        unwritten.putBack(batch);
      } else if (unwritten.began.isBefore(created.get())) {
        // It was meant for a former tenant of that id, or for none.
        knocks.remove(key, unwritten);
      } else {
        entries.write(unwritten.refusal, key, batch.howOften(), batch.first(), batch.last());
      }
    } catch (RuntimeException e) {
      // It is tried again with the next batch; whoever knocked has been answered.
      unwritten.putBack(batch);
      LOG.log(System.Logger.Level.DEBUG, "What was refused at the door isn't in the log yet", e);
    }
  }

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    knocks.forEach(this::write);
    var now = clock.now();
    var hour = Hours.number(now);
    knocks
        .entrySet()
        .removeIf(
            e ->
                e.getKey().hour() < hour && e.getValue().isWritten()
                    || isNobodys(e.getKey(), e.getValue(), now));
  }

  /** Of a tenant that was made just now it isn't known yet that there is one. */
  private boolean isNobodys(JoinedEntry.Key key, Knocks known, Instant now) {
    return tenants.created(key.tenantId()).isEmpty() && known.began.isBefore(now.minus(UNKNOWN));
  }

  /** How often the same was met since it was last written. */
  private static final class Knocks {

    private final JoinedRefusal refusal;
    private final Instant began;
    private long howOften;
    private Instant first;
    private Instant last;

    Knocks(JoinedRefusal refusal, Instant began) {
      this.refusal = refusal;
      this.began = began;
    }

    synchronized void count(Instant now) {
      first = howOften == 0 ? now : first;
      last = now;
      howOften++;
    }

    synchronized Batch take() {
      var batch = new Batch(howOften, first, last);
      howOften = 0;
      return batch;
    }

    synchronized void putBack(Batch batch) {
      last = howOften == 0 ? batch.last() : last;
      first = batch.first();
      howOften += batch.howOften();
    }

    synchronized boolean isWritten() {
      return howOften == 0;
    }
  }

  private record Batch(long howOften, Instant first, Instant last) {}
}
