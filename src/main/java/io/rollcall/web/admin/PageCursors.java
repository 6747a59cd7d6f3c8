package io.rollcall.web.admin;

import io.rollcall.platform.crypto.Seal;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.message.SharedJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Cursors of lists in the order of ids: the last id of a page, sealed, and good for the same list
 * of the same tenant alone. The server remembers none of them, and none expires.
 */
@ApplicationScoped
class PageCursors {

  @Inject private Seal seal;

  /**
   * The cursor of the page after an id.
   *
   * @param list which list
   */
  String issue(String id, String tenantId, String list, QueryParameters parameters) {
    return seal.seal(id, context(tenantId, list, parameters));
  }

  /**
   * The id that the page begins after; empty for the first one.
   *
   * @throws Refusal.Invalid when the cursor isn't one of this list
   */
  Optional<String> position(String tenantId, String list, QueryParameters parameters) {
    return parameters
        .text(QueryParameters.CURSOR)
        .map(
            cursor ->
                seal.open(cursor, context(tenantId, list, parameters))
                    .orElseThrow(
                        () ->
                            new Refusal.Invalid(
                                QueryParameters.CURSOR,
                                "must be the next of the page before, with the same other"
                                    + " parameters. Leave it out to begin again.")));
  }

  private static String context(String tenantId, String list, QueryParameters parameters) {
    return SharedJson.createArrayBuilder()
        .add("page")
        .add(tenantId)
        .add(list)
        .add(parameters.asked())
        .build()
        .toString();
  }
}
