package io.rollcall.activity;

import io.rollcall.access.Caller;
import io.rollcall.platform.Clock;
import io.rollcall.scim.message.SharedJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Records what provisioning did. */
@ApplicationScoped
public class ActivityLog {

  private static final int MAX_DETAILS = 64 * 1024;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;

  /**
   * Records a change in the transaction that makes it.
   *
   * @param before the attributes as they were, none if the resource is new
   * @param after the attributes as they are, none if the resource is gone
   * @param ignored what the request had that no schema defines
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void changed(
      Caller caller,
      Action action,
      String resourceType,
      String resourceId,
      JsonObject before,
      JsonObject after,
      List<String> ignored) {
    var details =
        SharedJson.createObjectBuilder()
            .add("before", difference(before, after))
            .add("after", difference(after, before));
    if (!ignored.isEmpty()) {
      details.add("ignored", SharedJson.createArrayBuilder(ignored));
    }
    write(caller, action, resourceType, resourceId, details.build());
  }

  /** Records in a transaction of its own that a request was refused. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void refused(Caller caller, String resourceType, String resourceId, String reason) {
    var details = SharedJson.createObjectBuilder().add("reason", reason).build();
    write(caller, Action.REFUSED, resourceType, resourceId, details);
  }

  private void write(
      Caller caller, Action action, String resourceType, String resourceId, JsonObject details) {
    var bounded =
        details.toString().length() <= MAX_DETAILS
            ? details
            : SharedJson.createObjectBuilder().add("omitted", "larger than 64 KiB").build();
    entities.persist(
        new ActivityEntry(caller, clock.now(), action, resourceType, resourceId, bounded));
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
