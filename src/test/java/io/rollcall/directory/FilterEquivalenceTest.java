package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.directory.Samples.Directory;
import io.rollcall.directory.search.Position;
import io.rollcall.directory.search.Query;
import io.rollcall.directory.search.Sort;
import io.rollcall.directory.search.TypeFilter;
import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.filter.FilterEvaluator;
import io.rollcall.scim.filter.FilterLimits;
import io.rollcall.scim.filter.FilterParser;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The database and the evaluation in memory select the same resources, whatever the filter, and put
 * them in the same order, on one page or on many. Each try is a directory with 8 filters; there are
 * as many as the property {@code rollcall.test.tries} says.
 */
class FilterEquivalenceTest {

  private static final FilterLimits LIMITS = new FilterLimits(64 * 1024, 1_000);
  private static final int USERS = 6;

  private static TestDatabase database;

  @BeforeContainer
  static void open() {
    database = new TestDatabase();
  }

  @AfterContainer
  static void close() {
    database.close();
  }

  @Property
  void bothSelectTheSameResources(
      @ForAll("directories") Directory directory,
      @ForAll("filters") List<String> filters,
      @ForAll("sorts") Sort sort) {
    database.inTransaction(
        () -> {
          var users = database.store(directory);
          for (var text : filters) {
            var filter = FilterParser.parse(text, ResourceType.USER, LIMITS);
            var expected = matching(users, filter);
            var all = query(filter, Optional.empty(), 1, Optional.empty(), USERS);

            assertThat(database.ids(all)).as(text).containsExactlyElementsOf(expected);
            assertThat(database.count(all)).as("count of " + text).isEqualTo(expected.size());
          }
          var filter = FilterParser.parse(filters.get(0), ResourceType.USER, LIMITS);
          var expected = InMemoryOrder.sorted(matching(users, filter), users, sort);
          assertThat(pagedByIndex(filter, sort))
              .as("%s by %s", filters.get(0), sort)
              .containsExactlyElementsOf(expected);
          assertThat(pagedByCursor(filter, sort))
              .as("%s by %s", filters.get(0), sort)
              .containsExactlyElementsOf(expected);
        });
  }

  private static List<String> matching(Map<String, JsonObject> users, Filter filter) {
    return users.entrySet().stream()
        .filter(user -> FilterEvaluator.matches(filter, user.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> pagedByIndex(Filter filter, Sort sort) {
    var ids = new ArrayList<String>();
    for (var start = 1; start <= USERS; start += 2) {
      ids.addAll(database.ids(query(filter, Optional.of(sort), start, Optional.empty(), 2)));
    }
    return ids;
  }

  private static List<String> pagedByCursor(Filter filter, Sort sort) {
    var ids = new ArrayList<String>();
    var after = Optional.<Position>empty();
    do {
      var page = database.page(query(filter, Optional.of(sort), 1, after, 2));
      page.forEach(row -> ids.add(row.resource().id()));
      after = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1).position());
    } while (after.isPresent());
    return ids;
  }

  private static Query query(
      Filter filter, Optional<Sort> sort, int start, Optional<Position> after, int count) {
    return new Query(
        List.of(new TypeFilter(ResourceType.USER, Optional.of(filter))),
        sort,
        start,
        after,
        count,
        Reading.DOCUMENT_ONLY);
  }

  @Provide
  Arbitrary<Directory> directories() {
    return Samples.directories(USERS);
  }

  @Provide
  Arbitrary<List<String>> filters() {
    return Arbitraries.lazyOf(Samples::filters).list().ofSize(8);
  }

  @Provide
  Arbitrary<Sort> sorts() {
    return Samples.sorts();
  }
}
