package io.rollcall.activity.why;

import io.rollcall.activity.ActivityEntry;
import io.rollcall.activity.ActivityFilter;
import io.rollcall.activity.ActivityQuery;
import io.rollcall.activity.Cause;
import io.rollcall.activity.Condition;
import io.rollcall.activity.Idp;
import io.rollcall.activity.Names;
import io.rollcall.activity.Outcome;
import io.rollcall.activity.Sentence;
import io.rollcall.activity.Words;
import io.rollcall.activity.why.Explanation.InGroup;
import io.rollcall.activity.why.Explanation.Verdict;
import io.rollcall.directory.Relations;
import io.rollcall.directory.StoredResource;
import io.rollcall.directory.User;
import io.rollcall.platform.Settings;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.work.UseCases;
import io.rollcall.provider.SsoProvider;
import io.rollcall.provider.SsoProviders;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explains why a person is here, or isn't. */
@UseCases
public class Explanations {

  /** So much evidence is given of each kind. */
  private static final int EVIDENCE = 20;

  /** So many refusals are counted. */
  private static final int COUNTED = 500;

  /** So many groups are named in the sentence. */
  private static final int NAMED = 3;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private ActivityQuery activity;
  @Inject private SsoProviders providers;
  @Inject private Relations relations;
  @Inject private SimilarNames similarNames;

  private final int days = Settings.ACTIVITY_DAYS.get();

  /**
   * The explanation.
   *
   * @param person a userName, e-mail address, externalId, or id; a group's displayName
   */
  public Explanation of(String tenantId, String person) {
    var traces = activity.traces(tenantId, person);
    var resource = present(tenantId, traces, person);
    var filter = ActivityFilter.about(person);
    var history = activity.entries(tenantId, filter.and(Condition.done()), EVIDENCE);
    var refused =
        activity.entries(tenantId, filter.and(Condition.outcome(Outcome.REFUSED)), COUNTED);
    return new Told(tenantId, person, providersById(tenantId))
        .explanation(resource, history, refused);
  }

  private Map<String, SsoProvider> providersById(String tenantId) {
    return providers.all(tenantId).stream()
        .collect(Collectors.toMap(SsoProvider::id, Function.identity()));
  }

  /** Of several that have the name, a user whose userName it is, else a user, else a group. */
  private Optional<StoredResource> present(
      String tenantId, ActivityQuery.Traces traces, String person) {
    return entities
        .createQuery(
            "select r from StoredResource r where r.key.tenantId = :tenant and r.key.id in :ids",
            StoredResource.class)
        .setParameter("tenant", tenantId)
        .setParameter("ids", traces.resourceIds())
        .getResultStream()
        .min(
            Comparator.comparing((StoredResource r) -> !isCalled(r, person))
                .thenComparing(r -> !(r instanceof User))
                .thenComparing(StoredResource::id));
  }

  private static boolean isCalled(StoredResource resource, String person) {
    return Names.key(Names.of(resource)).equals(Names.key(person));
  }

  /** One explanation on its way. */
  private final class Told {

    private final String tenantId;
    private final String person;
    private final Map<String, SsoProvider> providersById;

    Told(String tenantId, String person, Map<String, SsoProvider> providersById) {
      this.tenantId = tenantId;
      this.person = person;
      this.providersById = providersById;
    }

    Explanation explanation(
        Optional<StoredResource> resource,
        List<ActivityEntry> history,
        List<ActivityEntry> refused) {
      var groups = resource.map(this::groups).orElse(List.of());
      // What was refused before the last success is history, and no reason any more.
      var since = history.stream().findFirst().map(ActivityEntry::id).orElse("");
      var open = refused.stream().filter(entry -> entry.id().compareTo(since) > 0).toList();
      var verdict = verdict(resource, history, open);
      return new Explanation(
          verdict,
          Words.plain(sentence(verdict, resource, groups, history, open)),
          resource,
          providerId(resource, history, refused),
          groups,
          history,
          refused.subList(0, Math.min(EVIDENCE, refused.size())),
          resource.isPresent() ? List.of() : similarNames.of(tenantId, person));
    }

    private Verdict verdict(
        Optional<StoredResource> resource, List<ActivityEntry> history, List<ActivityEntry> open) {
      if (resource.isPresent()) {
        return isInactive(resource.get()) ? Verdict.INACTIVE : Verdict.HERE;
      }
      if (!open.isEmpty()) {
        return Verdict.REFUSED;
      }
      return history.stream().anyMatch(entry -> entry.outcome() == Outcome.DELETED)
          ? Verdict.DELETED
          : Verdict.NEVER_NAMED;
    }

    private static boolean isInactive(StoredResource resource) {
      return resource instanceof User
          && User.ACTIVE.get(resource.document()).filter(JsonValue.FALSE::equals).isPresent();
    }

    private String sentence(
        Verdict verdict,
        Optional<StoredResource> resource,
        List<InGroup> groups,
        List<ActivityEntry> history,
        List<ActivityEntry> open) {
      return switch (verdict) {
        case HERE -> here(resource.orElseThrow(), groups) + also(open);
        case INACTIVE -> inactive(resource.orElseThrow()) + also(open);
        case DELETED -> deleted(history);
        case REFUSED -> "Refused " + refused(open);
        case NEVER_NAMED ->
            "Never asked for: nothing has named %s in %s. Is the person assigned to the application there?"
                .formatted(person, Words.count(days, "day"));
      };
    }

    private String here(StoredResource resource, List<InGroup> groups) {
      var provider = provider(resource);
      var from = provider.map(p -> ", from " + p.displayName()).orElse(", and no provider has it");
      var in =
          groups.isEmpty()
              ? "; in no group"
              : "; in " + Words.list(groups.stream().map(this::inWords).toList(), NAMED);
      return "Here%s%s, since %s%s."
          .formatted(
              resource instanceof User ? " and active" : "",
              from,
              Words.time(resource.created()),
              in);
    }

    private String inWords(InGroup group) {
      return group.name()
          + group.since().map(time -> " (since " + Words.time(time) + ")").orElse("");
    }

    private String inactive(StoredResource resource) {
      var own = ActivityFilter.ALL.and(Condition.resource(resource.type().name(), resource.id()));
      var deactivated =
          activity.entries(tenantId, own.and(Condition.outcome(Outcome.DEACTIVATED)), 1).stream();
      var created =
          activity.entries(tenantId, own.and(Condition.outcome(Outcome.CREATED)), 1).stream();
      return "Here, but inactive: "
          + Stream.concat(
                  deactivated.map(entry -> doneBy("Deactivated", entry)),
                  created.map(entry -> doneBy("Created so", entry)))
              .findFirst()
              .orElse(
                  "nothing of the last %s says since when.".formatted(Words.count(days, "day")));
    }

    private String deleted(List<ActivityEntry> history) {
      return history.stream()
          .filter(entry -> entry.outcome() == Outcome.DELETED)
          .findFirst()
          .map(entry -> doneBy("Deleted", entry))
          .orElseThrow();
    }

    private String doneBy(String what, ActivityEntry entry) {
      return "%s by %s on %s."
          .formatted(what, Sentence.who(entry, provider(entry)), Words.time(entry.occurred()));
    }

    private String also(List<ActivityEntry> open) {
      return open.isEmpty() ? "" : " Later requests were refused " + refused(open);
    }

    /** The latest cause, how often, and what to change. */
    private String refused(List<ActivityEntry> open) {
      var latest = open.get(0);
      var cause = latest.cause().orElse(Cause.OTHER);
      var same = open.stream().filter(e -> e.cause().equals(latest.cause())).toList();
      var facts = Sentence.facts(latest, provider(latest));
      return "%s %s: %s. %s"
          .formatted(
              same.size() == 1 ? "once, on" : same.size() + " times since",
              Words.time(same.get(same.size() - 1).occurred()),
              cause.group(0, facts),
              cause.advice(Idp.of(provider(latest)), facts));
    }

    private Optional<SsoProvider> provider(ActivityEntry entry) {
      return entry.providerId().map(providersById::get);
    }

    private Optional<SsoProvider> provider(StoredResource resource) {
      return providersById.values().stream()
          .filter(provider -> resource.belongsTo(provider.id()))
          .findFirst();
    }

    private Optional<String> providerId(
        Optional<StoredResource> resource,
        List<ActivityEntry> history,
        List<ActivityEntry> refused) {
      return resource.isPresent()
          ? resource.flatMap(this::provider).map(SsoProvider::id)
          : Stream.of(history, refused)
              .flatMap(List::stream)
              .flatMap(entry -> entry.providerId().stream())
              .findFirst();
    }

    private List<InGroup> groups(StoredResource resource) {
      if (!(resource instanceof User)) {
        return List.of();
      }
      var since = since(resource);
      return relations
          .user(new TenantKey(tenantId, resource.id()))
          .map(user -> user.relations().relations())
          .orElse(List.of())
          .stream()
          .map(
              group ->
                  new InGroup(
                      group.id(),
                      group.display().map(Names::shown).orElse(group.id()),
                      group.type(),
                      Optional.ofNullable(since.get(group.id()))))
          .toList();
    }

    /** Since when it is in the groups that it is in directly, by their ids. */
    private Map<String, Instant> since(StoredResource resource) {
      return entities
          .createQuery(
              "select m.key.groupId, m.since from GroupMember m where m.key.tenantId = :tenant and"
                  + " m.key.memberId = :member",
              Object[].class)
          .setParameter("tenant", tenantId)
          .setParameter("member", resource.id())
          .getResultStream()
          .collect(Collectors.toMap(row -> (String) row[0], row -> (Instant) row[1]));
    }
  }
}
