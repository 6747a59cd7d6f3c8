package io.rollcall.activity.overview;

import io.rollcall.activity.Cause;
import io.rollcall.activity.KnownResources;
import io.rollcall.activity.Names;
import io.rollcall.activity.Outcome;
import io.rollcall.activity.RefusalsJoined;
import io.rollcall.activity.RequestRefused;
import io.rollcall.activity.ResourceNames;
import io.rollcall.directory.Relations;
import io.rollcall.platform.Clock;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.work.DatabaseWork;
import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.StorableText;
import io.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is being refused, and for what cause. Nothing is written when somebody is let through again:
 * whether that happened is looked up when it is asked for, so that no change pays for it.
 */
@ApplicationScoped
public class Failings {

  /** What is older isn't told any more. */
  static final Duration KEPT = Duration.ofDays(30);

  /** Who has no name can't be seen to be let through: it is taken for that when it isn't back. */
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  /** So many are told of a tenant at most; there is no end to what can fail. */
  private static final int MAX_TOLD = 2_000;

  private static final int MAX_NAME = 512;
  private static final int MAX_ABOUT = 100;
  private static final int MAX_ID = 36;

  /** Stands for whoever has neither an id nor a name. */
  private static final String NAMELESS = "?";

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private KnownResources known;
  @Inject private ResourceNames names;

  /** Somebody was refused. */
  @DatabaseWork
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void note(@Observes RequestRefused refused) {
    var provider = refused.actor().providerId();
    // Whoever deletes what is gone has what he wants.
    var isDone = refused.cause() == Cause.GONE && refused.asked().equals("delete");
    if (provider.isEmpty() || isDone) {
      return;
    }
    var name = refused.subject().filter(StorableText::is);
    var id = refused.resourceId().filter(i -> i.length() <= MAX_ID && StorableText.is(i));
    var person =
        id.or(() -> name.map(Names::key)).orElse(refused.asked().equals("create") ? NAMELESS : "");
    var about =
        Stream.of("attribute", "other")
            .map(refused.facts()::get)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    var failing = failing(refused.tenantId(), provider.get(), person, refused.cause(), about);
    failing.about(
        id.map(i -> names.of(refused.tenantId(), List.of(i)).get(i))
            .or(() -> name)
            .map(n -> Excerpt.beginning(n, MAX_NAME)),
        refused.type().map(ResourceType::name),
        id);
    failing.again(1, clock.now(), refused.facts());
  }

  /** A token of a provider was turned away. */
  void note(@Observes RefusalsJoined joined) {
    var refusal = joined.refusal();
    refusal
        .actor()
        .providerId()
        .ifPresent(
            provider ->
                failing(refusal.tenantId(), provider, "", refusal.cause(), refusal.about())
                    .again(joined.howOften(), joined.last(), refusal.facts()));
  }

  private Failing failing(
      String tenantId, String providerId, String person, Cause cause, String about) {
    var key =
        new Failing.Key(tenantId, providerId, person, cause, Excerpt.beginning(about, MAX_ABOUT));
    var present = entities.find(Failing.class, key);
    if (present == null) {
      present = new Failing(key, clock.now());
      entities.persist(present);
    } else if (isOver(present, tenantId)) {
      present.beginAnew(clock.now());
    }
    return present;
  }

  private boolean isOver(Failing failing, String tenantId) {
    var contact =
        entities.find(ProviderContact.class, new TenantKey(tenantId, failing.providerId()));
    return failing.last().plus(KEPT).isBefore(clock.now())
        || !cured(
                tenantId,
                List.of(failing),
                Optional.ofNullable(contact)
                    .flatMap(ProviderContact::lastSuccess)
                    .map(success -> Map.of(failing.providerId(), success))
                    .orElse(Map.of()))
            .isEmpty();
  }

  /**
   * What a tenant has of these.
   *
   * @param open who is still being refused
   * @param cured who was let through since
   */
  public record Told(List<Failing> open, List<Failing> cured) {}

  /**
   * Those of the last 30 days, the latest first.
   *
   * @param lastSuccesses when each provider last got what it asked for
   */
  Told told(String tenantId, Map<String, Instant> lastSuccesses) {
    var all =
        entities
            .createQuery(
                "select f from Failing f where f.key.tenantId = :tenant and f.last > :earliest"
                    + " order by f.last desc",
                Failing.class)
            .setParameter("tenant", tenantId)
            .setParameter("earliest", clock.now().minus(KEPT))
            .setMaxResults(MAX_TOLD)
            .getResultList();
    var cured = cured(tenantId, all, lastSuccesses);
    return new Told(
        all.stream().filter(failing -> !cured.contains(failing)).toList(),
        all.stream().filter(cured::contains).toList());
  }

  private Set<Failing> cured(
      String tenantId, List<Failing> all, Map<String, Instant> lastSuccesses) {
    var idsByName = idsByName(tenantId, all);
    var ids = all.stream().flatMap(f -> ids(f, idsByName).stream()).collect(Collectors.toSet());
    var successes = lastSuccesses(tenantId, ids);
    return all.stream()
        .filter(f -> isCured(f, ids(f, idsByName), successes, lastSuccesses))
        .collect(Collectors.toSet());
  }

  private static boolean isCured(
      Failing failing,
      Set<String> ids,
      Map<Success, Instant> successes,
      Map<String, Instant> lastSuccesses) {
    var person = failing.key().person();
    if (person.isEmpty() || person.equals(NAMELESS) || ids.isEmpty()) {
      var after = person.isEmpty() ? failing.last() : failing.last().plus(FORGOTTEN);
      return Optional.ofNullable(lastSuccesses.get(failing.providerId()))
          .filter(success -> success.isAfter(after))
          .isPresent();
    }
    return ids.stream()
        .map(id -> successes.get(new Success(failing.providerId(), id)))
        .anyMatch(success -> success != null && success.isAfter(failing.last()));
  }

  /** What a provider did with a resource, and got what it asked for. */
  private record Success(String providerId, String resourceId) {}

  private Map<String, Set<String>> idsByName(String tenantId, List<Failing> all) {
    var names = all.stream().flatMap(f -> f.name().stream()).distinct().toList();
    var idsByName = new HashMap<String, Set<String>>();
    Relations.chunks(names).forEach(chunk -> idsByName.putAll(known.ids(tenantId, chunk)));
    return idsByName;
  }

  /** The resource that it was about, and those that have its name by now. */
  private static Set<String> ids(Failing failing, Map<String, Set<String>> idsByName) {
    return Stream.concat(
            failing.resourceId().stream(),
            failing.name().stream()
                .flatMap(name -> idsByName.getOrDefault(name, Set.of()).stream()))
        .collect(Collectors.toSet());
  }

  /** When each of the resources was last changed, or found to be as it should be, and by whom. */
  private Map<Success, Instant> lastSuccesses(String tenantId, Collection<String> resourceIds) {
    var successes = new HashMap<Success, Instant>();
    for (var chunk : Relations.chunks(resourceIds)) {
      entities
          .createQuery(
              "select a.providerId, a.resourceId, max(a.occurred) from ActivityEntry a where"
                  + " a.key.tenantId = :tenant and a.resourceId in :ids and a.outcome <> :refused"
                  + " and a.providerId is not null group by a.providerId, a.resourceId",
              Object[].class)
          .setParameter("tenant", tenantId)
          .setParameter("ids", chunk)
          .setParameter("refused", Outcome.REFUSED)
          .getResultStream()
          .forEach(
              row -> successes.put(new Success((String) row[0], (String) row[1]), instant(row[2])));
    }
    return successes;
  }

  private static Instant instant(Object time) {
    return time instanceof Instant instant ? instant : Instant.ofEpochMilli((Long) time);
  }
}
