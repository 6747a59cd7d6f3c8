package io.rollcall.directory.search;

import io.rollcall.directory.Group;
import io.rollcall.directory.Reading;
import io.rollcall.directory.RelationPage;
import io.rollcall.directory.Relations;
import io.rollcall.directory.ResourceCounts;
import io.rollcall.directory.ResourceWithRelations;
import io.rollcall.platform.database.QueryTime;
import io.rollcall.scim.filter.Filter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Finds resources and members, within the transaction of the caller. */
@ApplicationScoped
public class Search {

  @Inject private ResourceQuery queries;
  @Inject private Relations relations;
  @Inject private ResourceCounts counts;
  @Inject private QueryTime queryTime;

  /**
   * Reads one page of the resources that match a query, and counts how many there are in all, both
   * within one {@link QueryTime} if they may take long.
   */
  public Page page(Viewer viewer, Query query) {
    try (var time = queryTime.begin()) {
      return page(viewer, query, query.mayTakeLong() ? time::bound : () -> {});
    }
  }

  /** Page and number share one time; what finds its few resources by a key needs no bound. */
  private Page page(Viewer viewer, Query query, Runnable bound) {
    bound.run();
    if (query.count() == 0) {
      return new Page(count(viewer, query), List.of(), Optional.empty());
    }
    var found = queries.page(viewer, query);
    var total = totalBy(query, found.size());
    if (total.isEmpty()) {
      bound.run();
      total = Optional.of(count(viewer, query));
    }
    var rows = found.subList(0, Math.min(query.count(), found.size()));
    var resources = rows.stream().map(ResourceQuery.Row::resource).toList();
    return new Page(
        total.get(),
        query.reading() == Reading.WITH_RELATIONS
            ? relations.read(viewer.tenantId(), resources)
            : resources.stream().map(ResourceWithRelations::alone).toList(),
        next(found, rows));
  }

  /** Reads one page of the resources that match a query, without counting how many there are. */
  public Slice slice(Viewer viewer, Query query) {
    try (var time = queryTime.begin()) {
      if (query.mayTakeLong()) {
        time.bound();
      }
      var found = queries.page(viewer, query);
      var rows = found.subList(0, Math.min(query.count(), found.size()));
      return new Slice(rows.stream().map(ResourceQuery.Row::resource).toList(), next(found, rows));
    }
  }

  /** The place after the rows of a page, if more were found. */
  private static Optional<Position> next(
      List<ResourceQuery.Row> found, List<ResourceQuery.Row> rows) {
    return found.size() > rows.size()
        ? Optional.of(rows.get(rows.size() - 1).position())
        : Optional.empty();
  }

  private long count(Viewer viewer, Query query) {
    return query.isUnfiltered()
        ? counts.total(
            viewer.tenantId(), query.filters().stream().map(f -> f.type().name()).toList())
        : queries.count(viewer, query);
  }

  /** How many match, if the page tells: it is the last one, and begins at a known place. */
  private static Optional<Long> totalBy(Query query, int found) {
    var isLast = found <= query.count() && (found > 0 || query.startIndex() == 1);
    return isLast && query.after().isEmpty()
        ? Optional.of(query.startIndex() - 1L + found)
        : Optional.empty();
  }

  /** Finds the members of a group that match a value filter: their ids, in no order. */
  public List<String> membersMatching(Viewer viewer, Group group, Filter filter) {
    return queries.membersMatching(viewer, group, filter);
  }

  /** Reads on in the members of a group, as {@link Relations#membersAfter} does. */
  public RelationPage membersAfter(Viewer viewer, String groupId, String memberId) {
    return relations.membersAfter(viewer.tenantId(), groupId, memberId);
  }
}
