package io.rollcall.activity;

import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.platform.work.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the activity log of a tenant. */
@UseCases
public class ActivityQuery {

  /** Of the entries about more people than that, nobody reads. */
  private static final int MAX_PEOPLE = 100;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private KnownResources known;

  /**
   * The entries that are asked for, the newest first.
   *
   * @param count how many at most
   */
  public List<ActivityEntry> entries(String tenantId, ActivityFilter filter, int count) {
    var builder = entities.getCriteriaBuilder();
    var criteria = builder.createQuery(ActivityEntry.class);
    var entry = criteria.from(ActivityEntry.class);
    criteria
        .where(predicates(builder, entry, tenantId, filter).toArray(Predicate[]::new))
        .orderBy(builder.desc(Condition.id(entry)));
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

  /** Whether an entry names the SSO provider, which may be gone. */
  public boolean knowsProvider(String tenantId, String id) {
    return !entries(tenantId, ActivityFilter.ALL.whole().and(Condition.provider(id)), 1).isEmpty();
  }

  /** Whether an entry names the token or key, which may be gone. */
  public boolean knowsToken(String tenantId, String publicId) {
    return !entries(tenantId, ActivityFilter.ALL.whole().and(Condition.token(publicId)), 1)
        .isEmpty();
  }

  /** How the operations of bulk requests ended: how many in which way, by the id of the entry. */
  public Map<String, Map<Outcome, Long>> outcomes(
      String tenantId, Collection<ActivityEntry> bundles) {
    var outcomes = new HashMap<String, Map<Outcome, Long>>();
    if (!bundles.isEmpty()) {
      entities
          .createQuery(
              "select a.partOf, a.outcome, count(a.outcome) from ActivityEntry a where"
                  + " a.key.tenantId = :tenant and a.requestId in :requests and a.partOf in :ids"
                  + " and a.partOf <> a.key.id group by a.partOf, a.outcome",
              Object[].class)
          .setParameter("tenant", tenantId)
          .setParameter("requests", bundles.stream().map(ActivityEntry::requestId).toList())
          .setParameter("ids", bundles.stream().map(ActivityEntry::id).toList())
          .getResultStream()
          .forEach(
              row ->
                  outcomes
                      .computeIfAbsent((String) row[0], id -> new TreeMap<>())
                      .put((Outcome) row[1], (Long) row[2]));
    }
    return outcomes;
  }

  /**
   * Who joined or left beyond what the entry itself has, a page of at most 1,000.
   *
   * @param ids who it was
   * @param change {@code joined} or {@code left}
   * @param part which page it is
   */
  public record MembersPage(List<String> ids, String change, int part) {}

  /** The page of that number; empty when there are no more. */
  public Optional<MembersPage> furtherMembers(ActivityEntry entry, int part) {
    return Optional.ofNullable(
            entities.find(FurtherMembers.class, new FurtherMembers.Key(entry, part)))
        .map(members -> new MembersPage(members.ids(), members.change(), members.part()));
  }

  private List<Predicate> predicates(
      CriteriaBuilder builder, Root<ActivityEntry> entry, String tenantId, ActivityFilter filter) {
    var about = filter.person().map(person -> Condition.traces(traces(tenantId, person)));
    var conditions = Stream.concat(filter.conditions().stream(), about.stream()).toList();
    return Stream.of(
            Stream.of(builder.equal(entry.get("key").get("tenantId"), tenantId)),
            bundling(builder, entry, filter, conditions),
            conditions.stream().map(condition -> condition.term().of(builder, entry)))
        .flatMap(predicates -> predicates)
        .toList();
  }

  /** Whether bulk requests are meant, their operations, or both. */
  private static Stream<Predicate> bundling(
      CriteriaBuilder builder,
      Root<ActivityEntry> entry,
      ActivityFilter filter,
      List<Condition> conditions) {
    var id = Condition.id(entry);
    var partOf = entry.<String>get("partOf");
    if (conditions.stream().anyMatch(Condition::ofOperations)) {
      return Stream.of(builder.or(builder.isNull(partOf), builder.notEqual(partOf, id)));
    }
    return filter.isWhole()
        ? Stream.of()
        : Stream.of(builder.or(builder.isNull(partOf), builder.equal(partOf, id)));
  }

  /**
   * Where a name leads to.
   *
   * @param resourceIds the resources that have it or had it, or have it as their id
   * @param entryIds the entries in which it was said
   */
  public record Traces(Set<String> resourceIds, Set<String> entryIds) {}

  /** Where a name leads to: at most some hundred resources and entries. */
  public Traces traces(String tenantId, String name) {
    var resourceIds = new HashSet<>(known.ids(tenantId, name));
    var entryIds = new HashSet<String>();
    resourceIds.add(name);
    entities
        .createQuery(
            "select n from KnownName n where n.key.tenantId = :tenant and n.key.name = :name order"
                + " by n.key.entryId desc",
            KnownName.class)
        .setParameter("tenant", tenantId)
        .setParameter("name", Names.key(name))
        .setMaxResults(MAX_PEOPLE)
        .getResultStream()
        .forEach(
            former -> {
              entryIds.add(former.entryId());
              former.resourceId().ifPresent(resourceIds::add);
            });
    return new Traces(resourceIds, entryIds);
  }
}
