package io.rollcall.web.admin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.activity.ActivityEntry;
import io.rollcall.activity.ActivityFilter;
import io.rollcall.activity.ActivityQuery;
import io.rollcall.activity.Condition;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.message.SharedJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.regex.Pattern;

/** Answers with pages of the activity log. */
@ApplicationScoped
class ActivityAnswers {

  /** A page ends before it has more characters. */
  private static final int MAX_PAGE = 1024 * 1024;

  /** So many members of each entry are in a list. */
  private static final int MEMBERS = 10;

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  @Inject private ActivityQuery activity;
  @Inject private ActivityViews views;

  /**
   * The id that a page begins after.
   *
   * @throws Refusal.Invalid when it can't be one
   */
  static String cursor(String next) {
    if (!ID.matcher(next).matches()) {
      throw new Refusal.Invalid(
          QueryParameters.CURSOR,
          "must be the next of the page before. Leave it out to begin again.");
    }
    return next;
  }

  /** One page, the newest first; one entry more than it has tells whether there is a next one. */
  Response page(String tenantId, ActivityFilter filter, int limit) {
    var found = activity.entries(tenantId, filter, limit + 1);
    var page = found.subList(0, Math.min(limit, found.size()));
    var view = views.of(tenantId, page, MEMBERS);
    var entries = SharedJson.createArrayBuilder();
    var length = 0;
    ActivityEntry last = null;
    for (var entry : page) {
      var shown = view.of(entry).build();
      length += shown.toString().length();
      if (last != null && length > MAX_PAGE) {
        break;
      }
      entries.add(shown);
      last = entry;
    }
    var answer = SharedJson.createObjectBuilder().add("entries", entries);
    if (last != null && last != found.get(found.size() - 1)) {
      answer.add("next", last.id());
    }
    return json(answer.build());
  }

  /**
   * A page of what was done to a user or group, which may be gone.
   *
   * @throws Refusal.NotFound when nothing is known of such a one
   */
  Response history(String tenantId, String type, String id, MultivaluedMap<String, String> query) {
    var parameters = QueryParameters.ofList(query, Set.of());
    var all = ActivityFilter.ALL.and(Condition.resource(type, id));
    if (activity.entries(tenantId, all, 1).isEmpty()) {
      throw Refusal.NotFound.of(type, id);
    }
    var filter =
        parameters
            .text(QueryParameters.CURSOR)
            .map(next -> all.and(Condition.before(cursor(next))))
            .orElse(all);
    return page(tenantId, filter, parameters.limit());
  }

  static Response json(JsonObject body) {
    return Response.ok(body.toString(), APPLICATION_JSON).build();
  }
}
