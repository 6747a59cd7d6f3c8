package io.rollcall.directory.search;

import io.rollcall.directory.Reading;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of the directory.
 *
 * @param filters which resources, one for each type
 * @param narrowing which of these
 * @param sort their order; empty for that of their creation
 * @param startIndex the 1-based index of the first resource of the page
 * @param after the place that the page begins after; the startIndex doesn't count then
 * @param count how many resources the page may have
 * @param reading whether members and groups are wanted
 */
public record Query(
    List<TypeFilter> filters,
    Narrowing narrowing,
    Optional<Sort> sort,
    int startIndex,
    Optional<Position> after,
    int count,
    Reading reading) {

  /** A query that asks by nothing but filters. */
  public Query(
      List<TypeFilter> filters,
      Optional<Sort> sort,
      int startIndex,
      Optional<Position> after,
      int count,
      Reading reading) {
    this(filters, Narrowing.NONE, sort, startIndex, after, count, reading);
  }

  /** Whether all resources of the types match. */
  public boolean isUnfiltered() {
    return narrowing.isNone() && filters.stream().allMatch(ofType -> ofType.filter().isEmpty());
  }

  /** Whether the database may have to look at all resources, so that it must be bounded in time. */
  public boolean mayTakeLong() {
    return uniqueKey().isEmpty() && (!isUnfiltered() || sort.isPresent());
  }

  /** The key of the one user that can match; empty when the query isn't that simple. */
  Optional<UniqueKey> uniqueKey() {
    if (filters.size() != 1 || !narrowing.isNone() || startIndex != 1 || after.isPresent()) {
      return Optional.empty();
    }
    var only = filters.get(0);
    return only.filter().flatMap(filter -> UniqueKey.of(only.type(), filter));
  }
}
