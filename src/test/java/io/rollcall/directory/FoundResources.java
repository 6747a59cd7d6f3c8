package io.rollcall.directory;

import io.rollcall.platform.actor.Actor;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.scim.message.SharedJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Resources as they are found, without a database. */
public final class FoundResources {

  private static final TenantKey KEY = new TenantKey("tenant", "1");
  private static final Writing CREATION =
      new Writing(new Author(Actor.Kind.SCIM_TOKEN, "t", Optional.of("provider")), Instant.EPOCH);

  private FoundResources() {}

  /** A user with a userName and a group. */
  public static ResourceWithRelations user() {
    var user = new User(KEY, "provider", Origin.SCIM, CREATION);
    user.accept(SharedJson.readObject("{\"userName\": \"bjensen\"}"), CREATION);
    return new ResourceWithRelations(
        user,
        RelationPage.last(
            List.of(new Relation("2", "Group", Optional.of("Tour Guides"), "direct"))));
  }

  /** A group with a displayName and a member. */
  public static ResourceWithRelations group() {
    var group = new Group(KEY, "provider", Origin.SCIM, CREATION);
    group.accept(SharedJson.readObject("{\"displayName\": \"Tour Guides\"}"), CREATION);
    return new ResourceWithRelations(
        group, RelationPage.last(List.of(new Relation("2", "User", Optional.of("Babs"), "User"))));
  }
}
