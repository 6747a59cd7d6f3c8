package io.rollcall.activity;

import io.rollcall.directory.ResourceChange;
import io.rollcall.directory.StoredResource;
import io.rollcall.platform.Clock;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.work.DatabaseWork;
import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.message.StorableText;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.tenancy.Administered;
import io.rollcall.tenancy.TenantSchema;
import io.rollcall.tenancy.TenantSchemas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records what was done to users and groups, and what was refused. */
@ApplicationScoped
public class ActivityLog {

  /** How many ids of members one row has of those who joined, and of those who left. */
  static final int MEMBERS = 1_000;

  /** Of what is asked for only that is kept as id which can be one. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,36}");

  /** So much of a reason that the rest of the entry has room. */
  private static final int MAX_REASON = 2_000;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private TenantSchemas schemas;
  @Inject private ResourceNames names;

  /** Records a change in the transaction that makes it. */
  void record(@Observes ResourceChange change) {
    var resource = change.resource();
    var entry =
        new ActivityEntry(resource.tenantId(), change.actor(), change.at(), Outcome.of(change));
    entry.about(
        resource.type().name(),
        Optional.of(resource.id()),
        Names.of(resource.type(), change.after())
            .or(() -> Names.of(resource.type(), change.before())));
    entry.tell(details(change));
    entities.persist(entry);
    keepFurtherMembers(entry, change);
    keepNames(entry, formerNames(change));
  }

  /** Records what an admin or the operator did to something else than users and groups. */
  void record(@Observes Administered done) {
    var entry =
        new ActivityEntry(done.tenantId(), done.actor(), clock.now(), Outcome.of(done.act()));
    entry.about(done.item().type(), Optional.of(done.id()), done.name());
    entry.tell(
        SharedJson.createObjectBuilder()
            .add(Sentence.ACT, done.act().name().toLowerCase(Locale.ROOT))
            .add(Sentence.ITEM, done.item().inWords())
            .build());
    entities.persist(entry);
  }

  private JsonObject details(ResourceChange change) {
    var difference = difference(change);
    var details =
        SharedJson.createObjectBuilder()
            .add("before", difference.before())
            .add("after", difference.after());
    addTexts(details, "hidden", difference.hidden());
    addMembers(details, "joined", change.members().joined());
    addMembers(details, "left", change.members().left());
    addTexts(
        details,
        "credentials",
        change.credentials().stream().map(c -> c.name().toLowerCase(Locale.ROOT)).toList());
    addTexts(details, "ignored", change.notes().ignored());
    addTexts(details, "tolerated", change.notes().tolerated());
    if (!change.formerProviderId().equals(change.providerId())) {
      details.add("providerBefore", change.formerProviderId());
      details.add("providerAfter", change.providerId());
    }
    return details.build();
  }

  /** Only a schema of the tenant's own can have what is never returned in a document. */
  private Difference difference(ResourceChange change) {
    var resource = change.resource();
    var difference = Difference.between(change.before(), change.after());
    return difference.schemas().allMatch(resource.type()::hasSchema)
        ? difference
        : difference.without(
            schemas.all(resource.tenantId()).stream().flatMap(TenantSchema::attributePaths));
  }

  private static void addMembers(JsonObjectBuilder details, String name, List<String> ids) {
    if (!ids.isEmpty()) {
      addTexts(details, name, ids.subList(0, Math.min(MEMBERS, ids.size())));
      details.add(name + "Count", ids.size());
    }
  }

  private static void addTexts(JsonObjectBuilder details, String name, Collection<String> texts) {
    if (!texts.isEmpty()) {
      details.add(name, SharedJson.createArrayBuilder(texts));
    }
  }

  private void keepFurtherMembers(ActivityEntry entry, ResourceChange change) {
    var part = keepFurther(entry, 0, "joined", change.members().joined());
    keepFurther(entry, part, "left", change.members().left());
  }

  private int keepFurther(ActivityEntry entry, int firstPart, String what, List<String> ids) {
    var part = firstPart;
    for (var start = MEMBERS; start < ids.size(); start += MEMBERS) {
      var end = Math.min(start + MEMBERS, ids.size());
      entities.persist(new FurtherMembers(entry, part++, what, ids.subList(start, end)));
    }
    return part;
  }

  /** The names that it had and hasn't any more, by which nobody could find it from now on. */
  private static Set<String> formerNames(ResourceChange change) {
    var type = change.resource().type();
    if (change.before().isEmpty() || !Names.differ(type, change.before(), change.after())) {
      return Set.of();
    }
    var names = new HashSet<>(Names.keys(type, change.before()));
    names.removeAll(Names.keys(type, change.after()));
    return names;
  }

  private void keepNames(ActivityEntry entry, Set<String> keys) {
    keys.forEach(key -> entities.persist(new KnownName(entry, key)));
  }

  /** Records in a transaction of its own that a request was refused. */
  @DatabaseWork
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void record(@Observes RequestRefused refused) {
    var entry =
        new ActivityEntry(refused.tenantId(), refused.actor(), clock.now(), Outcome.REFUSED);
    var id = refused.resourceId().filter(asked -> ID.matcher(asked).matches());
    entry.about(refused.type().map(ResourceType::name).orElse(null), id, name(refused, id));
    entry.refused(refused.status(), refused.cause());
    var details =
        SharedJson.createObjectBuilder()
            .add("asked", refused.asked())
            .add("reason", Excerpt.of(refused.reason(), MAX_REASON))
            .add("facts", Facts.json(refused.facts()));
    refused.scimType().ifPresent(type -> details.add("scimType", type));
    entry.tell(details.build());
    entities.persist(entry);
    keepNames(
        entry,
        Stream.concat(refused.names().stream(), refused.subject().stream())
            .filter(name -> StorableText.is(name) && !Redaction.isNeeded(name))
            .map(Names::key)
            .collect(Collectors.toSet()));
  }

  /** What is there is called by its own name, not by what somebody wanted to make of it. */
  private Optional<String> name(RequestRefused refused, Optional<String> id) {
    return refused.resourceId().isEmpty()
        ? refused.subject().filter(StorableText::is)
        : refused
            .type()
            .flatMap(type -> id.flatMap(i -> stored(refused.tenantId(), type, i)))
            .or(() -> id.map(i -> names.of(refused.tenantId(), List.of(i)).get(i)));
  }

  private Optional<String> stored(String tenantId, ResourceType type, String id) {
    return Optional.ofNullable(entities.find(StoredResource.class, new TenantKey(tenantId, id)))
        .filter(resource -> resource.type().is(type))
        .flatMap(resource -> Names.of(type, resource.document()));
  }

  /** Records in a transaction of its own that a bulk request begins. */
  @DatabaseWork
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void record(@Observes BulkBegun bulk) {
    var key = new TenantKey(bulk.tenantId(), bulk.actor().request().bundle().orElseThrow());
    var entry = ActivityEntry.bundle(key, bulk.actor(), clock.now(), Outcome.CHANGED);
    entry.tell(SharedJson.createObjectBuilder().add("operations", bulk.operations()).build());
    entities.persist(entry);
  }
}
