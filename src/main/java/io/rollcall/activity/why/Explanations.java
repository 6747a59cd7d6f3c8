package io.rollcall.activity.why;

import io.rollcall.activity.ActivityEntry;
import io.rollcall.activity.ActivityFilter;
import io.rollcall.activity.ActivityQuery;
import io.rollcall.activity.Condition;
import io.rollcall.activity.Names;
import io.rollcall.activity.Outcome;
import io.rollcall.activity.Words;
import io.rollcall.activity.why.Explanation.InGroup;
import io.rollcall.activity.why.Explanation.Verdict;
import io.rollcall.directory.Relations;
import io.rollcall.directory.StoredResource;
import io.rollcall.directory.User;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.work.UseCases;
import io.rollcall.provider.SsoProvider;
import io.rollcall.provider.SsoProviders;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
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

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private ActivityQuery activity;
  @Inject private SsoProviders providers;
  @Inject private Relations relations;
  @Inject private SimilarNames similarNames;

  /**
   * The explanation.
   *
   * @param person a userName, e-mail address, displayName, externalId, or id
   */
  public Explanation of(String tenantId, String person) {
    var evidence = evidence(tenantId, person);
    var providersById =
        providers.all(tenantId).stream()
            .collect(Collectors.toMap(SsoProvider::id, Function.identity()));
    var groups = evidence.resource().map(user -> groups(tenantId, user)).orElse(List.of());
    var verdict = verdict(evidence);
    return new Explanation(
        verdict,
        Words.plain(sentence(tenantId, verdict, evidence, providersById, groups)),
        evidence.resource(),
        providerId(evidence, providersById),
        groups,
        evidence.history(),
        evidence.refused().subList(0, Math.min(EVIDENCE, evidence.refused().size())),
        evidence.others(),
        evidence.resource().isPresent() ? List.of() : similarNames.of(tenantId, person));
  }

  private Evidence evidence(String tenantId, String person) {
    var traces = activity.traces(tenantId, person);
    var present = present(tenantId, traces, person);
    var about =
        present.stream()
            .findFirst()
            .map(StoredResource::id)
            .or(() -> latestDeleted(tenantId, traces))
            .map(id -> Condition.about(id, traces.entryIds()))
            .orElseGet(() -> Condition.traces(traces));
    var filter = ActivityFilter.ALL.and(about);
    var refused =
        activity.entries(tenantId, filter.and(Condition.outcome(Outcome.REFUSED)), COUNTED);
    return new Evidence(
        person,
        present.stream().findFirst(),
        present.stream().skip(1).limit(EVIDENCE).toList(),
        activity.entries(tenantId, filter.and(Condition.done()), EVIDENCE),
        refused,
        open(tenantId, filter, refused));
  }

  /** Those that have the name: first a user whose userName it is, then users, then groups. */
  private List<StoredResource> present(
      String tenantId, ActivityQuery.Traces traces, String person) {
    return entities
        .createQuery(
            "select r from StoredResource r where r.key.tenantId = :tenant and r.key.id in :ids",
            StoredResource.class)
        .setParameter("tenant", tenantId)
        .setParameter("ids", traces.resourceIds())
        .getResultStream()
        .sorted(
            Comparator.comparing((StoredResource r) -> !isCalled(r, person))
                .thenComparing(r -> !(r instanceof User))
                .thenComparing(StoredResource::id))
        .toList();
  }

  private static boolean isCalled(StoredResource resource, String person) {
    return Names.key(Names.of(resource)).equals(Names.key(person));
  }

  /** Several may have had the name one after the other: the last one is meant. */
  private Optional<String> latestDeleted(String tenantId, ActivityQuery.Traces traces) {
    var deleted =
        ActivityFilter.ALL.and(Condition.traces(traces)).and(Condition.outcome(Outcome.DELETED));
    return activity.entries(tenantId, deleted, 1).stream()
        .findFirst()
        .flatMap(ActivityEntry::resourceId);
  }

  /** What was refused before the last success of the same provider is history, and no reason. */
  private List<ActivityEntry> open(
      String tenantId, ActivityFilter about, List<ActivityEntry> refused) {
    var lastSuccesses = new HashMap<String, String>();
    refused.stream()
        .flatMap(entry -> entry.providerId().stream())
        .distinct()
        .forEach(
            id ->
                activity
                    .entries(tenantId, about.and(Condition.provider(id)).and(Condition.done()), 1)
                    .forEach(success -> lastSuccesses.put(id, success.id())));
    return refused.stream()
        .filter(
            entry ->
                entry
                    .providerId()
                    .map(lastSuccesses::get)
                    .filter(success -> success.compareTo(entry.id()) > 0)
                    .isEmpty())
        .toList();
  }

  private static Verdict verdict(Evidence evidence) {
    if (evidence.resource().isPresent()) {
      return evidence.resource().get() instanceof User user && !user.isActive()
          ? Verdict.INACTIVE
          : Verdict.HERE;
    }
    if (!evidence.reasons().isEmpty()) {
      return Verdict.REFUSED;
    }
    return evidence.deletion().isPresent() ? Verdict.DELETED : Verdict.NEVER_NAMED;
  }

  private String sentence(
      String tenantId,
      Verdict verdict,
      Evidence evidence,
      Map<String, SsoProvider> providersById,
      List<InGroup> groups) {
    var told = new VerdictSentence(evidence, providersById);
    return switch (verdict) {
      case HERE ->
          told.here(
              groups, latest(tenantId, evidence.resource(), Outcome.ADOPTED, Outcome.TRANSFERRED));
      case INACTIVE ->
          told.inactive(
              latest(tenantId, evidence.resource(), Outcome.DEACTIVATED)
                  .or(() -> latest(tenantId, evidence.resource(), Outcome.CREATED)));
      case DELETED -> told.deleted();
      case REFUSED -> told.refused();
      case NEVER_NAMED -> told.neverNamed();
    };
  }

  /** The latest entry about a resource that ended in one of these ways. */
  private Optional<ActivityEntry> latest(
      String tenantId, Optional<StoredResource> resource, Outcome... outcomes) {
    return resource.stream()
        .flatMap(
            known ->
                Stream.of(outcomes)
                    .flatMap(
                        outcome ->
                            activity
                                .entries(
                                    tenantId,
                                    ActivityFilter.ALL
                                        .and(Condition.resource(known.type().name(), known.id()))
                                        .and(Condition.outcome(outcome)),
                                    1)
                                .stream()))
        .max(Comparator.comparing(ActivityEntry::id));
  }

  private static Optional<String> providerId(
      Evidence evidence, Map<String, SsoProvider> providersById) {
    return evidence.resource().isPresent()
        ? evidence
            .resource()
            .flatMap(
                resource -> providersById.keySet().stream().filter(resource::belongsTo).findFirst())
        : Stream.of(evidence.history(), evidence.refused())
            .flatMap(List::stream)
            .flatMap(entry -> entry.providerId().stream())
            .findFirst();
  }

  private List<InGroup> groups(String tenantId, StoredResource resource) {
    if (!(resource instanceof User)) {
      return List.of();
    }
    var since = since(tenantId, resource);
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
  private Map<String, Instant> since(String tenantId, StoredResource resource) {
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
