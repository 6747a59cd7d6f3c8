package io.rollcall.activity.overview;

import io.rollcall.activity.Cause;
import io.rollcall.activity.Hours;
import io.rollcall.activity.Names;
import io.rollcall.activity.Words;
import io.rollcall.activity.overview.ProviderState.NamedThing;
import io.rollcall.activity.overview.ProviderState.State;
import io.rollcall.directory.ResourceCounts;
import io.rollcall.directory.StoredResource;
import io.rollcall.platform.Clock;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.platform.work.UseCases;
import io.rollcall.provider.SsoProvider;
import io.rollcall.provider.SsoProviders;
import io.rollcall.scim.schema.ResourceType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells how it goes with the provisioning of a tenant. What that costs depends on what fails, not
 * on how much was ever done.
 */
@UseCases
public class Overviews {

  private static final long HOURS = Duration.ofDays(30).toHours();

  /** So many of those who were forgotten are told by name. */
  private static final int NAMED = 10;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private SsoProviders providers;
  @Inject private WrittenFailings failings;
  @Inject private WrittenHours hours;
  @Inject private NamedResources named;
  @Inject private ResourceCounts counts;
  @Inject private Warnings warnings;

  /**
   * Tells no more of what failed up to now; whatever fails anew is told again.
   *
   * @param scheme the provider's scheme
   * @return how many it were
   * @throws Refusal.Invalid when the tenant has no such provider
   */
  public int dismiss(String tenantId, String scheme, Cause cause) {
    return failings.dismiss(tenantId, providers.named(tenantId, scheme).id(), cause);
  }

  /** The overview of a tenant. */
  public Overview of(String tenantId) {
    var contacts = contacts(tenantId);
    var states =
        providers.all(tenantId).stream()
            .map(
                provider ->
                    state(tenantId, provider, Optional.ofNullable(contacts.get(provider.id()))))
            .toList();
    return new Overview(
        states,
        FailureGroup.of(failings.toldOfNobody(tenantId), Optional.empty()),
        warnings.of(tenantId, states),
        hours.since(tenantId, Hours.number(clock.now()) - HOURS + 1));
  }

  private Map<String, ProviderContact> contacts(String tenantId) {
    return entities
        .createQuery(
            "select c from ProviderContact c where c.key.tenantId = :tenant", ProviderContact.class)
        .setParameter("tenant", tenantId)
        .getResultStream()
        .collect(Collectors.toMap(ProviderContact::providerId, Function.identity()));
  }

  private ProviderState state(
      String tenantId, SsoProvider provider, Optional<ProviderContact> contact) {
    var told =
        failings.told(tenantId, provider.id(), contact.flatMap(ProviderContact::lastSuccess));
    var failures = FailureGroup.of(told, Optional.of(provider));
    var state = word(contact, told);
    var forgotten = named.forgotten(tenantId, provider.id(), NAMED);
    return new ProviderState(
        provider,
        state,
        sentence(state, provider, contact, failures, told.hasMore()),
        contact,
        counts.total(tenantId, ResourceType.USER.name(), provider.id()),
        counts.total(tenantId, ResourceType.GROUP.name(), provider.id()),
        failures,
        forgotten.count(),
        forgotten.days(),
        names(tenantId, forgotten.ids()));
  }

  private State word(Optional<ProviderContact> contact, WrittenFailings.Told told) {
    if (!told.open().isEmpty()) {
      return State.FAILING;
    }
    if (contact.isEmpty()) {
      return State.NEVER_CONNECTED;
    }
    return Silence.of(contact.get(), clock.now()).isPresent() ? State.SILENT : State.IN_SYNC;
  }

  private String sentence(
      State state,
      SsoProvider provider,
      Optional<ProviderContact> contact,
      List<FailureGroup> failures,
      boolean hasMoreFailures) {
    var name = provider.displayName();
    return switch (state) {
      case NEVER_CONNECTED ->
          name
              + " has never connected. Paste the Tenant URL and a token there, and test the"
              + " connection.";
      case SILENT ->
          warnings.silence(provider, Silence.of(contact.orElseThrow(), clock.now()).orElseThrow());
      case FAILING -> failing(name, failures, hasMoreFailures);
      case IN_SYNC ->
          "%s is in sync, and was heard of last on %s."
              .formatted(name, Words.time(contact.orElseThrow().lastContact()));
    };
  }

  private static String failing(String name, List<FailureGroup> failures, boolean hasMore) {
    var open = failures.stream().filter(group -> !group.cured()).toList();
    var failing =
        open.stream()
            .flatMap(group -> group.failing().stream())
            .filter(f -> !f.key().person().isEmpty())
            .toList();
    return failing.isEmpty()
        ? open.get(0).sentence()
        : "%s is failing for %s%s."
            .formatted(name, Words.list(whom(failing), 2), hasMore ? ", or more" : "");
  }

  /** How many people, and how many groups. */
  private static List<String> whom(List<Failing> failing) {
    var personsByKind =
        failing.stream()
            .collect(
                Collectors.groupingBy(
                    Failing::isGroup,
                    TreeMap::new,
                    Collectors.mapping(f -> f.key().person(), Collectors.toSet())));
    return personsByKind.entrySet().stream()
        .map(
            kind ->
                kind.getKey()
                    ? Words.count(kind.getValue().size(), "group")
                    : Words.people(kind.getValue().size()))
        .toList();
  }

  private List<NamedThing> names(String tenantId, List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(
            "select r from StoredResource r where r.key.tenantId = :tenant and r.key.id in :ids",
            StoredResource.class)
        .setParameter("tenant", tenantId)
        .setParameter("ids", ids)
        .getResultStream()
        .map(resource -> new NamedThing(resource.id(), Names.of(resource)))
        .sorted(Comparator.comparing(NamedThing::name))
        .toList();
  }
}
