package io.rollcall.activity;

import io.rollcall.directory.ChangeRefused;
import io.rollcall.directory.ResourceChange;
import io.rollcall.platform.Clock;
import io.rollcall.scim.message.SharedJson;
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

/** Records what was done to users and groups, and what was refused. */
@ApplicationScoped
public class ActivityLog {

  private static final int MAX_DETAILS = 64 * 1024;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;

  /** Records a change in the transaction that makes it. */
  void record(@Observes ResourceChange change) {
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
    entities.persist(
        new ActivityEntry(
            change.actor(),
            change.at(),
            change.kind().name(),
            change.resource(),
            bounded(details.build())));
  }

  /** Records in a transaction of its own that a change was refused. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void record(@Observes ChangeRefused refusal) {
    var details = SharedJson.createObjectBuilder().add("reason", refusal.reason()).build();
    entities.persist(
        new ActivityEntry(
            refusal.actor(), clock.now(), ActivityEntry.REFUSED, refusal.resource(), details));
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

  private static JsonObject bounded(JsonObject details) {
    return details.toString().length() <= MAX_DETAILS
        ? details
        : SharedJson.createObjectBuilder().add("omitted", "larger than 64 KiB").build();
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
