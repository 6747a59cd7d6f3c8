package io.rollcall.activity.overview;

import io.rollcall.activity.Cause;
import io.rollcall.activity.KnownResources;
import io.rollcall.activity.Names;
import io.rollcall.activity.Outcome;
import io.rollcall.activity.ResourceNames;
import io.rollcall.directory.Relations;
import io.rollcall.platform.Clock;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.work.UseCases;
import io.rollcall.provider.SsoProvider;
import io.rollcall.scim.schema.ResourceType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps who is being refused, and for what cause. Nothing is written when somebody is let through
 * again: whether that happened is looked up when it is asked for, so that no change pays for it.
 */
@UseCases
public class WrittenFailings {

  /** What is older isn't told any more. */
  static final Duration KEPT = Duration.ofDays(30);

  /** Who has no name can't be seen to be let through: it is taken for that when it isn't back. */
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  /** So many are told of a provider at most; there is no end to what can fail. */
  private static final int MAX_TOLD = 2_000;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private KnownResources known;
  @Inject private ResourceNames names;

  /** Adds what a node has heard of. */
  void add(Map<Failing.Key, Refusals> heard) {
    // In one order, or two nodes could wait for each other.
    new TreeMap<>(heard).forEach(this::add);
  }

  private void add(Failing.Key key, Refusals refusals) {
    var failing = entities.find(Failing.class, key, LockModeType.PESSIMISTIC_WRITE);
    if (failing == null) {
      failing = new Failing(key, refusals.first());
      entities.persist(failing);
    } else if (isOver(failing, key.tenantId())) {
      failing.beginAnew(refusals.first());
    }
    failing.about(name(key, refusals), refusals.resourceType(), refusals.resourceId());
    failing.again(refusals.times(), refusals.last(), refusals.facts());
  }

  /** What is there is called by its own name, not by what somebody wanted to make of it. */
  private Optional<String> name(Failing.Key key, Refusals refusals) {
    return refusals
        .resourceId()
        .map(id -> names.of(key.tenantId(), List.of(id)).get(id))
        .or(refusals::name)
        .map(Names::shown);
  }

  private boolean isOver(Failing failing, String tenantId) {
    var lastSuccess = lastSuccess(tenantId, failing.providerId());
    return failing.last().plus(KEPT).isBefore(clock.now())
        || !cured(tenantId, failing.providerId(), List.of(failing), lastSuccess).isEmpty();
  }

  /** Removes those of one cause, whoever it is; returns how many it were. */
  int dismiss(String tenantId, String providerId, Cause cause) {
    return entities
        .createQuery(
            "delete from Failing f where f.key.tenantId = :tenant and f.key.providerId = :provider"
                + " and f.key.cause = :cause")
        .setParameter("tenant", tenantId)
        .setParameter("provider", providerId)
        .setParameter("cause", cause.keyword())
        .executeUpdate();
  }

  /** Of nobody's it is taken for cured what isn't back in a day. */
  private Optional<Instant> lastSuccess(String tenantId, String providerId) {
    return providerId.equals(SsoProvider.NOBODY)
        ? Optional.of(clock.now().minus(FORGOTTEN))
        : Optional.ofNullable(
                entities.find(ProviderContact.class, new TenantKey(tenantId, providerId)))
            .flatMap(ProviderContact::lastSuccess);
  }

  /** Those that can't be told of a provider, as {@link #told} has those of one. */
  Told toldOfNobody(String tenantId) {
    return told(tenantId, SsoProvider.NOBODY, lastSuccess(tenantId, SsoProvider.NOBODY));
  }

  /**
   * What a provider has of these.
   *
   * @param open who is still being refused
   * @param cured who was let through since
   * @param hasMore whether there are others, of which nothing is told
   */
  record Told(List<Failing> open, List<Failing> cured, boolean hasMore) {}

  /**
   * Those of the last 30 days, the latest 2,000 of them, the latest first.
   *
   * @param lastSuccess when the provider last got what it asked for
   */
  Told told(String tenantId, String providerId, Optional<Instant> lastSuccess) {
    var all =
        entities
            .createQuery(
                "select f from Failing f where f.key.tenantId = :tenant"
                    + " and f.key.providerId = :provider and f.last > :earliest"
                    + " order by f.last desc",
                Failing.class)
            .setParameter("tenant", tenantId)
            .setParameter("provider", providerId)
            .setParameter("earliest", clock.now().minus(KEPT))
            .setMaxResults(MAX_TOLD + 1)
            .getResultList();
    var latest = all.subList(0, Math.min(MAX_TOLD, all.size()));
    var cured = cured(tenantId, providerId, latest, lastSuccess);
    return new Told(
        latest.stream().filter(failing -> !cured.contains(failing)).toList(),
        latest.stream().filter(cured::contains).toList(),
        all.size() > MAX_TOLD);
  }

  private Set<Failing> cured(
      String tenantId, String providerId, List<Failing> all, Optional<Instant> lastSuccess) {
    var idsByName = idsByName(tenantId, all);
    var ids = all.stream().flatMap(f -> ids(f, idsByName).stream()).collect(Collectors.toSet());
    var successes = lastSuccesses(tenantId, providerId, ids);
    return all.stream()
        .filter(f -> isCured(f, ids(f, idsByName), successes, lastSuccess))
        .collect(Collectors.toSet());
  }

  private static boolean isCured(
      Failing failing,
      Set<String> ids,
      Map<String, Instant> successes,
      Optional<Instant> lastSuccess) {
    var person = failing.key().person();
    var cannotBeSeen =
        person.equals(Failings.NAMELESS)
            || ids.isEmpty()
            // Nobody knows who it was that wasn't here.
            || failing.cause() == Cause.GONE && failing.name().isEmpty();
    if (person.isEmpty() || cannotBeSeen) {
      var after = person.isEmpty() ? failing.last() : failing.last().plus(FORGOTTEN);
      return lastSuccess.filter(success -> success.isAfter(after)).isPresent();
    }
    return ids.stream()
        .map(successes::get)
        .anyMatch(success -> success != null && success.isAfter(failing.last()));
  }

  /** Who has the names by now: of users' names users, of groups' names groups. */
  private Map<Named, Set<String>> idsByName(String tenantId, List<Failing> all) {
    var idsByName = new HashMap<Named, Set<String>>();
    all.stream()
        .flatMap(failing -> Named.of(failing).stream())
        .distinct()
        .collect(
            Collectors.groupingBy(
                Named::isGroup, Collectors.mapping(Named::name, Collectors.toList())))
        .forEach(
            (isGroup, names) ->
                Relations.chunks(names)
                    .forEach(
                        chunk ->
                            known
                                .ids(
                                    tenantId,
                                    isGroup ? ResourceType.GROUP : ResourceType.USER,
                                    chunk)
                                .forEach(
                                    (name, ids) -> idsByName.put(new Named(isGroup, name), ids))));
    return idsByName;
  }

  /** A name, and whether it is that of a group. */
  private record Named(boolean isGroup, String name) {

    static Optional<Named> of(Failing failing) {
      return failing.name().map(name -> new Named(failing.isGroup(), name));
    }
  }

  /** The resource that it was about, and those that have its name by now. */
  private static Set<String> ids(Failing failing, Map<Named, Set<String>> idsByName) {
    return Stream.concat(
            failing.resourceId().stream(),
            Named.of(failing).stream()
                .flatMap(name -> idsByName.getOrDefault(name, Set.of()).stream()))
        .collect(Collectors.toSet());
  }

  /** When the provider last changed each of the resources, or found it as it should be. */
  private Map<String, Instant> lastSuccesses(
      String tenantId, String providerId, Collection<String> resourceIds) {
    var successes = new HashMap<String, Instant>();
    for (var chunk : Relations.chunks(resourceIds)) {
      entities
          .createQuery(
              "select a.resourceId, max(a.occurred) from ActivityEntry a where"
                  + " a.key.tenantId = :tenant and a.resourceId in :ids and a.outcome <> :refused"
                  + " and a.providerId = :provider group by a.resourceId",
              Object[].class)
          .setParameter("tenant", tenantId)
          .setParameter("ids", chunk)
          .setParameter("refused", Outcome.REFUSED)
          .setParameter("provider", providerId)
          .getResultStream()
          .forEach(row -> successes.put((String) row[0], instant(row[1])));
    }
    return successes;
  }

  private static Instant instant(Object time) {
    return time instanceof Instant instant ? instant : Instant.ofEpochMilli((Long) time);
  }
}
