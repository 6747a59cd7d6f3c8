package io.rollcall.directory;

import static io.rollcall.scim.message.ScimType.INVALID_VALUE;

import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.ScimException;
import java.util.List;
import java.util.stream.Collectors;

/** Some of a group's members aren't in the tenant: 400 {@code invalidValue}. */
public final class UnknownMembers extends ScimException {

  private static final long serialVersionUID = 1;

  private static final int MOST_SHOWN = 10;

  private final transient List<String> ids;
  private final int all;

  /**
   * The problem.
   *
   * @param ids those that aren't there; there is at least one
   * @param all how many were to become members
   */
  public UnknownMembers(List<String> ids, int all) {
    super(
        INVALID_VALUE,
        Group.MEMBERS.toString(),
        "%s: %d of %d %s of this tenant (%s). Nothing was changed. Assign these people to the application as well."
            .formatted(
                Group.MEMBERS,
                ids.size(),
                all,
                ids.size() == 1 ? "isn't a user or group" : "aren't users or groups",
                shown(ids)));
    this.ids = List.copyOf(ids);
    this.all = all;
  }

  /** How many were to become members. */
  public int all() {
    return all;
  }

  /** Those that aren't there, as they were sent. */
  public List<String> ids() {
    return ids;
  }

  private static String shown(List<String> ids) {
    return ids.stream().limit(MOST_SHOWN).map(Excerpt::of).collect(Collectors.joining(", "))
        + (ids.size() > MOST_SHOWN ? ", …" : "");
  }
}
