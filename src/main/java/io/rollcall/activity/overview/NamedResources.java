package io.rollcall.activity.overview;

import io.rollcall.directory.Relations;
import io.rollcall.directory.ResourceChange;
import io.rollcall.directory.ResourceChange.Kind;
import io.rollcall.platform.Clock;
import io.rollcall.platform.database.TenantKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * On which day a provider last named each of its resources: so it is seen which ones it has
 * forgotten. All is done within the transaction of the caller.
 */
@ApplicationScoped
class NamedResources {

  private static final long SECONDS_OF_DAY = Duration.ofDays(1).toSeconds();

  /** Those whom a provider names within that time are all but the tenth that it may forget. */
  private static final double MOST = 0.9;

  /** Nobody is missed sooner, in days. */
  private static final int SHORTEST = 2;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;

  /**
   * What a provider hasn't named for longer than it takes it to name the rest.
   *
   * @param count how many these are
   * @param days for how many days at least
   * @param ids some of them, those first that weren't named for longest
   */
  record Forgotten(long count, int days, List<String> ids) {}

  /** It belongs to another one now, who hasn't named it yet. */
  void forget(@Observes ResourceChange change) {
    if (change.kind() == Kind.RELEASED || change.kind() == Kind.TRANSFERRED) {
      entities
          .createQuery(
              "delete from NamedResource n where n.key.tenantId = :tenant and n.key.id = :id")
          .setParameter("tenant", change.resource().tenantId())
          .setParameter("id", change.resource().id())
          .executeUpdate();
    }
  }

  /** Notes that a provider has named these today, as far as they are its own. */
  void note(TenantKey provider, Collection<String> resourceIds) {
    Relations.chunks(new TreeSet<>(resourceIds)).forEach(ids -> noteSome(provider, ids));
  }

  private void noteSome(TenantKey provider, List<String> ids) {
    var today = today();
    entities
        .createQuery(
            "update NamedResource n set n.day = :day where n.key.tenantId = :tenant and n.key.id in"
                + " :ids and n.providerId = :provider and n.day < :day")
        .setParameter("day", today)
        .setParameter("tenant", provider.tenantId())
        .setParameter("ids", ids)
        .setParameter("provider", provider.id())
        .executeUpdate();
    entities
        .createQuery(
            "select r.key.id from StoredResource r where r.key.tenantId = :tenant and r.key.id in"
                + " :ids and r.providerId = :provider and not exists (select n.day from"
                + " NamedResource n where n.key.tenantId = r.key.tenantId and n.key.id = r.key.id)",
            String.class)
        .setParameter("tenant", provider.tenantId())
        .setParameter("ids", ids)
        .setParameter("provider", provider.id())
        .getResultList()
        .forEach(
            id ->
                entities.persist(
                    new NamedResource(
                        new TenantKey(provider.tenantId(), id), provider.id(), today)));
  }

  /**
   * Those whom the provider seems to have forgotten. How long its full cycle is shows by the
   * others: it is the time in which it names nine of ten.
   *
   * @param some how many ids are wanted
   */
  Forgotten forgotten(String tenantId, String providerId, int some) {
    var byDay = byDay(tenantId, providerId);
    var total = byDay.stream().mapToLong(Day::count).sum();
    var cycle = cycle(byDay, total);
    var lastDay = today() - Math.max(SHORTEST, 2 * cycle);
    var count = byDay.stream().filter(day -> day.number() < lastDay).mapToLong(Day::count).sum();
    return new Forgotten(
        count,
        today() - lastDay,
        count == 0 ? List.of() : idsBefore(tenantId, providerId, lastDay, some));
  }

  private int cycle(List<Day> newestFirst, long total) {
    var named = 0L;
    for (var day : newestFirst) {
      named += day.count();
      if (named >= MOST * total) {
        return today() - day.number();
      }
    }
    return 0;
  }

  private record Day(int number, long count) {}

  private List<Day> byDay(String tenantId, String providerId) {
    return new ArrayList<>(
        entities
            .createQuery(
                "select n.day, count(n.day) from NamedResource n where n.key.tenantId = :tenant and"
                    + " n.providerId = :provider group by n.day order by n.day desc",
                Object[].class)
            .setParameter("tenant", tenantId)
            .setParameter("provider", providerId)
            .getResultStream()
            .map(row -> new Day((Integer) row[0], (Long) row[1]))
            .toList());
  }

  private List<String> idsBefore(String tenantId, String providerId, int day, int some) {
    return entities
        .createQuery(
            "select n.key.id from NamedResource n where n.key.tenantId = :tenant and n.providerId ="
                + " :provider and n.day < :day order by n.day, n.key.id",
            String.class)
        .setParameter("tenant", tenantId)
        .setParameter("provider", providerId)
        .setParameter("day", day)
        .setMaxResults(some)
        .getResultList();
  }

  private int today() {
    return (int) Math.floorDiv(clock.now().getEpochSecond(), SECONDS_OF_DAY);
  }
}
