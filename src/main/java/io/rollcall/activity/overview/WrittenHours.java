package io.rollcall.activity.overview;

import io.rollcall.platform.work.UseCases;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps what was counted in each hour. */
@UseCases
public class WrittenHours {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  /** Adds what a node has counted. */
  void add(Map<HourCount.Key, Long> counted) {
    // In one order, or two nodes could wait for each other.
    new TreeMap<>(counted).forEach(this::add);
  }

  private void add(HourCount.Key key, long times) {
    var raised =
        entities
            .createQuery(
                "update HourCount c set c.times = c.times + :times where c.key.tenantId = :tenant"
                    + " and c.key.providerId = :provider and c.key.hour = :hour"
                    + " and c.key.outcome = :outcome")
            .setParameter("times", times)
            .setParameter("tenant", key.tenantId())
            .setParameter("provider", key.providerId())
            .setParameter("hour", key.hour())
            .setParameter("outcome", key.outcome())
            .executeUpdate();
    if (raised == 0) {
      entities.persist(new HourCount(key, times));
    }
  }

  /** How often what was done in each hour from that one on, by outcome, by the hour's number. */
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
