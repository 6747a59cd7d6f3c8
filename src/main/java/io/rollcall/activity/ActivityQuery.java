package io.rollcall.activity;

import io.rollcall.directory.IndexedValue;
import io.rollcall.directory.User;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.platform.work.UseCases;
import io.rollcall.scim.resource.ComparisonKey;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the activity log of a tenant. */
@UseCases
public class ActivityQuery {

  /** Of the entries about more people than that, nobody reads. */
  private static final int MAX_PEOPLE = 100;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  /**
   * The entries that are asked for, the newest first.
   *
   * @param count how many at most
   */
  public List<ActivityEntry> entries(String tenantId, ActivityFilter filter, int count) {
    var builder = entities.getCriteriaBuilder();
    var criteria = builder.createQuery(ActivityEntry.class);
    var entry = criteria.from(ActivityEntry.class);
    var id = entry.get("key").<String>get("id");
    criteria
        .where(conditions(builder, entry, tenantId, filter).toArray(Predicate[]::new))
        .orderBy(builder.desc(id));
    return entities.createQuery(criteria).setMaxResults(count).getResultList();
  }

  /**
   * One entry.
   *
   * @throws Refusal.NotFound when the tenant hasn't got it
   */
  public ActivityEntry entry(String tenantId, String id) {
    var entry = entities.find(ActivityEntry.class, new TenantKey(tenantId, id));
    if (entry == null) {
      throw new Refusal.NotFound("There is no such entry in the activity log, or no more.");
    }
    return entry;
  }

  private List<Predicate> conditions(
      CriteriaBuilder builder, Root<ActivityEntry> entry, String tenantId, ActivityFilter filter) {
    var conditions = new ArrayList<Predicate>();
    conditions.add(builder.equal(entry.get("key").get("tenantId"), tenantId));
    filter
        .before()
        .ifPresent(id -> conditions.add(builder.lessThan(entry.get("key").<String>get("id"), id)));
    filter
        .since()
        .ifPresent(t -> conditions.add(builder.greaterThanOrEqualTo(entry.get("occurred"), t)));
    filter.until().ifPresent(t -> conditions.add(builder.lessThan(entry.get("occurred"), t)));
    filter.outcome().ifPresent(o -> conditions.add(builder.equal(entry.get("outcome"), o)));
    filter.providerId().ifPresent(p -> conditions.add(builder.equal(entry.get("providerId"), p)));
    filter.actor().ifPresent(a -> conditions.add(builder.equal(entry.get("actor"), a)));
    filter.resourceId().ifPresent(r -> conditions.add(builder.equal(entry.get("resourceId"), r)));
    filter
        .requestId()
        .ifPresent(
            r ->
                conditions.add(
                    builder.or(
                        builder.equal(entry.get("requestId"), r),
                        builder.equal(entry.get("clientRequestId"), r))));
    filter.person().ifPresent(p -> conditions.add(about(builder, entry, tenantId, p)));
    return conditions;
  }

  /** About whoever has the name, e-mail address or id now, or was called so when it happened. */
  private Predicate about(
      CriteriaBuilder builder, Root<ActivityEntry> entry, String tenantId, String person) {
    var ids = new ArrayList<>(List.of(person));
    ids.addAll(peopleWith(tenantId, person));
    var keys =
        Stream.of(ResourceType.USER, ResourceType.GROUP)
            .map(type -> new Subject(type, person).key())
            .distinct()
            .toList();
    return builder.or(entry.get("resourceId").in(ids), entry.get("subjectKey").in(keys));
  }

  private List<String> peopleWith(String tenantId, String value) {
    return User.knownBy().stream()
        .flatMap(path -> peopleWith(tenantId, path, ComparisonKey.of(path.target(), value)))
        .distinct()
        .limit(MAX_PEOPLE)
        .toList();
  }

  private Stream<String> peopleWith(String tenantId, AttributePath path, String key) {
    return entities
        .createQuery(
            "select v.key.resourceId from IndexedValue v where v.key.tenantId = :tenant"
                + " and v.key.path = :path and v.head = :head and v.value = :value",
            String.class)
        .setParameter("tenant", tenantId)
        .setParameter("path", path.canonical())
        .setParameter("head", IndexedValue.head(key))
        .setParameter("value", key)
        .setMaxResults(MAX_PEOPLE)
        .getResultStream();
  }
}
