package io.rollcall.activity;

import io.rollcall.directory.ResourceChange;
import io.rollcall.directory.StoredResource;
import io.rollcall.platform.Clock;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.message.StorableText;
import io.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Records what was done to users and groups, and what was refused. */
@ApplicationScoped
public class ActivityLog {

  /** Of what is asked for only that is kept as id which can be one. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,36}");

  /** So much of a reason that the rest of the entry has room. */
  private static final int MAX_REASON = 2_000;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;

  /** Records a change in the transaction that makes it. */
  void record(@Observes ResourceChange change) {
    if (change.kind() == ResourceChange.Kind.UNCHANGED) {
      return;
    }
    var details =
        SharedJson.createObjectBuilder()
            .add("before", difference(change.before(), change.after()))
            .add("after", difference(change.after(), change.before()));
    addMembers(details, change);
    if (!change.credentials().isEmpty()) {
      details.add(
          "credentials",
          texts(
              change.credentials().stream().map(c -> c.name().toLowerCase(Locale.ROOT)).toList()));
    }
    var notes = change.notes();
    if (!notes.ignored().isEmpty()) {
      details.add("ignored", texts(notes.ignored()));
    }
    if (!notes.tolerated().isEmpty()) {
      details.add("tolerated", texts(notes.tolerated()));
    }
    var resource = change.resource();
    var entry =
        new ActivityEntry(resource.tenantId(), change.actor(), change.at(), Outcome.of(change));
    entry.about(
        resource.type().name(),
        Optional.of(resource.id()),
        Subject.of(resource.type(), change.after())
            .or(() -> Subject.of(resource.type(), change.before())));
    entry.tell(details.build());
    entities.persist(entry);
  }

  /** Records in a transaction of its own that a request was refused. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void record(@Observes RequestRefused refused) {
    var entry =
        new ActivityEntry(refused.tenantId(), refused.actor(), clock.now(), Outcome.REFUSED);
    var id = refused.resourceId().filter(asked -> ID.matcher(asked).matches());
    var named =
        refused
            .type()
            .flatMap(
                type ->
                    refused.resourceId().isPresent()
                        ? id.flatMap(known -> stored(refused.tenantId(), type, known))
                        : refused
                            .subject()
                            .filter(StorableText::is)
                            .map(name -> new Subject(type, name)));
    entry.about(refused.type().map(ResourceType::name).orElse(null), id, named);
    entry.answered(refused.status());
    var details =
        SharedJson.createObjectBuilder()
            .add("asked", refused.asked())
            .add("reason", Excerpt.of(refused.reason(), MAX_REASON));
    refused.scimType().ifPresent(type -> details.add("scimType", type));
    entry.tell(details.build());
    entities.persist(entry);
  }

  /** What a resource is called that somebody asked for by its id. */
  private Optional<Subject> stored(String tenantId, ResourceType type, String id) {
    return Optional.ofNullable(entities.find(StoredResource.class, new TenantKey(tenantId, id)))
        .filter(resource -> resource.type().is(type))
        .flatMap(resource -> Subject.of(type, resource.document()));
  }

  private static void addMembers(JsonObjectBuilder details, ResourceChange change) {
    var members = change.members();
    if (!members.isEmpty()) {
      details.add(
          "members",
          SharedJson.createObjectBuilder()
              .add("joined", texts(members.joined()))
              .add("left", texts(members.left()))
              .add("joinedCount", members.joinedCount())
              .add("leftCount", members.leftCount()));
    }
  }

  private static JsonArrayBuilder texts(Collection<String> texts) {
    return SharedJson.createArrayBuilder(texts);
  }

  /** The attributes of one side that the other side hasn't got or has with another value. */
  private static JsonObject difference(JsonObject side, JsonObject other) {
    var difference = SharedJson.createObjectBuilder();
    side.forEach(
        (name, value) -> {
          if (!value.equals(other.get(name))) {
            difference.add(name, value);
          }
        });
    return difference.build();
  }
}
