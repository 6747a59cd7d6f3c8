package io.rollcall.web.scim;

import io.rollcall.directory.search.Position;
import io.rollcall.platform.Clock;
import io.rollcall.platform.crypto.Seal;
import io.rollcall.provisioning.ScimClient;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.web.http.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Cursors (RFC 9865): positions in a list, sealed together with what they are good for. The server
 * remembers none of them. A cursor is bound to the provider, the query and the page size.
 */
@ApplicationScoped
class Cursors {

  private static final String KEY = "key";
  private static final String ID = "id";
  private static final String COUNT = "count";
  private static final String EXPIRES = "expires";

  @Inject private Seal seal;
  @Inject private Clock clock;
  @Inject private Limits limits;

  /** The cursor of the page after a position. */
  String issue(
      Position position, int count, ScimClient client, List<String> types, ListRequest request) {
    var cursor =
        SharedJson.createObjectBuilder()
            .add(ID, position.id())
            .add(COUNT, count)
            .add(EXPIRES, clock.now().plusSeconds(limits.cursorSeconds()).getEpochSecond());
    position.sortKey().ifPresent(key -> cursor.add(KEY, key));
    return seal.seal(cursor.build().toString(), context(client, types, request));
  }

  /**
   * The position that a cursor stands for; empty for the first page.
   *
   * @throws ScimException {@code invalidCursor}, {@code expiredCursor} or {@code invalidCount}
   */
  Optional<Position> position(
      String cursor, int count, ScimClient client, List<String> types, ListRequest request) {
    if (cursor.isEmpty()) {
      return Optional.empty();
    }
    var opened =
        seal.open(cursor, context(client, types, request))
            .map(SharedJson::readObject)
            .orElseThrow(
                () ->
                    new ScimException(
                        ScimType.INVALID_CURSOR,
                        "cursor: is not one that this server gave for this query. Send an empty"
                            + " one to begin again."));
    if (!clock.now().isBefore(Instant.ofEpochSecond(opened.getJsonNumber(EXPIRES).longValue()))) {
      throw new ScimException(
          ScimType.EXPIRED_CURSOR,
          "cursor: is older than %d seconds. Send an empty one to begin again."
              .formatted(limits.cursorSeconds()));
    }
    if (opened.getInt(COUNT) != count) {
      throw new ScimException(
          ScimType.INVALID_COUNT,
          "count: was %d on the page that the cursor came from. Send the same."
              .formatted(opened.getInt(COUNT)));
    }
    return Optional.of(
        new Position(Optional.ofNullable(opened.getString(KEY, null)), opened.getString(ID)));
  }

  private static String context(ScimClient client, List<String> types, ListRequest request) {
    return SharedJson.createArrayBuilder()
        .add("cursor")
        .add(client.tenantId())
        .add(client.providerId())
        .add(String.join(",", types))
        .add(request.filter().orElse(""))
        .add(request.sortBy().orElse(""))
        .add(request.isDescending())
        .build()
        .toString();
  }
}
