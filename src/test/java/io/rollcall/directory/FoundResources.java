package io.rollcall.directory;

import io.rollcall.platform.database.TenantKey;
import io.rollcall.scim.message.SharedJson;
import java.time.Instant;
import java.util.List;

/** Resources as they are found, without a database. */
public final class FoundResources {

  private static final TenantKey KEY = new TenantKey("tenant", "1");

  private FoundResources() {}

  /** A user with a userName and a group. */
  public static Found user() {
    var user = new User(KEY, "provider", Instant.EPOCH);
    user.accept(SharedJson.readObject("{\"userName\": \"bjensen\"}"), Instant.EPOCH);
    return new Found(
        user, MemberPage.last(List.of(new Member("2", "Group", "Tour Guides", "direct"))));
  }

  /** A group with a displayName and a member. */
  public static Found group() {
    var group = new Group(KEY, "provider", Instant.EPOCH);
    group.accept(SharedJson.readObject("{\"displayName\": \"Tour Guides\"}"), Instant.EPOCH);
    return new Found(group, MemberPage.last(List.of(new Member("2", "User", "Babs", "User"))));
  }
}
