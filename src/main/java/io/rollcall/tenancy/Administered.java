package io.rollcall.tenancy;

import io.rollcall.platform.actor.Actor;
import java.util.Optional;

/**
 * An event: something that a tenant has besides users and groups was made, changed or ended. It is
 * told within the transaction that does it.
 *
 * @param actor who did it
 * @param act what was done
 * @param item what it was done to
 * @param id which one of these it was; never a secret
 * @param name what people call it; empty when it has only its id
 */
public record Administered(
    String tenantId, Actor actor, Act act, Item item, String id, Optional<String> name) {

  /** What can be done to an item. */
  public enum Act {
    CREATED,
    CHANGED,
    DELETED,
    /** All who belong to the tenant were shut out. */
    SUSPENDED,
    /** They were let in again. */
    RESUMED
  }

  /**
   * A kind of what a tenant has; each room names its own.
   *
   * @param type as programs read it: {@code ScimToken}
   * @param inWords as people read it: {@code SCIM token}
   */
  public record Item(String type, String inWords) {}
}
