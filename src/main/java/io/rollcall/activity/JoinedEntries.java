package io.rollcall.activity;

import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.work.UseCases;
import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.SharedJson;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Writes the entries of what is joined. */
@UseCases
public class JoinedEntries {

  /** So many entries of what is joined a tenant has of an hour, that nobody can fill its log. */
  static final int MAX_OF_HOUR = 100;

  private static final int MAX_REASON = 2_000;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Event<RefusalsJoined> joinedRefusals;

  /**
   * Adds to the entry, or makes it if the hour has room for one.
   *
   * @param howOften how often it happened since it was last written
   * @param first when it happened first since then
   * @param last when it happened last
   */
  void write(
      JoinedRefusal refusal, JoinedEntry.Key key, long howOften, Instant first, Instant last) {
    joinedRefusals.fire(new RefusalsJoined(refusal, howOften, first, last));
    var joined = entities.find(JoinedEntry.class, key);
    if (joined != null) {
      var entry =
          entities.find(
              ActivityEntry.class,
              new TenantKey(refusal.tenantId(), joined.entryId()),
              LockModeType.PESSIMISTIC_WRITE);
      if (entry != null) {
        entry.again(howOften, last);
      }
    } else if (count(key) < MAX_OF_HOUR) {
      var entry = entry(refusal, first);
      entry.again(howOften - 1, last);
      entities.persist(entry);
      entities.persist(new JoinedEntry(key, entry.id()));
    }
  }

  private static ActivityEntry entry(JoinedRefusal refusal, Instant first) {
    var entry = new ActivityEntry(refusal.tenantId(), refusal.actor(), first, Outcome.REFUSED);
    entry.refused(refusal.status(), refusal.cause());
    entry.tell(
        SharedJson.createObjectBuilder()
            .add("reason", Excerpt.of(refusal.reason(), MAX_REASON))
            .add("facts", Facts.json(refusal.facts()))
            .build());
    return entry;
  }

  private long count(JoinedEntry.Key key) {
    return entities
        .createQuery(
            "select count(j) from JoinedEntry j where j.key.tenantId = :tenant and j.key.hour = :hour",
            Long.class)
        .setParameter("tenant", key.tenantId())
        .setParameter("hour", key.hour())
        .getSingleResult();
  }
}
