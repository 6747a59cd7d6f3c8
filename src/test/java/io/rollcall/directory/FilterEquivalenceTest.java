package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.directory.Samples.Directory;
import io.rollcall.scim.filter.FilterEvaluator;
import io.rollcall.scim.filter.FilterLimits;
import io.rollcall.scim.filter.FilterParser;
import io.rollcall.scim.schema.ResourceType;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The database and the evaluation in memory select the same resources, whatever the filter. */
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

  @Property(tries = 500)
  void bothSelectTheSameResources(
      @ForAll("directories") Directory directory, @ForAll("filters") List<String> filters) {
    database.inTransaction(
        () -> {
          var users = database.store(directory);
          for (var text : filters) {
            var filter = FilterParser.parse(text, ResourceType.USER, LIMITS);
            var expected =
                users.entrySet().stream()
                    .filter(user -> FilterEvaluator.matches(filter, user.getValue()))
                    .map(user -> user.getKey())
                    .toList();
            var query =
                new Query(
                    List.of(new Scope(ResourceType.USER, Optional.of(filter))),
                    Optional.empty(),
                    1,
                    Optional.empty(),
                    USERS,
                    false);

            assertThat(database.ids(query)).as(text).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(database.count(query)).as("count of " + text).isEqualTo(expected.size());
          }
        });
  }

  @Provide
  Arbitrary<Directory> directories() {
    return Samples.directories(USERS);
  }

  @Provide
  Arbitrary<List<String>> filters() {
    return Arbitraries.lazyOf(Samples::filters).list().ofSize(8);
  }
}
