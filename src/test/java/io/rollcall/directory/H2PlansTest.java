package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.directory.search.Narrowing;
import io.rollcall.directory.search.Query;
import io.rollcall.directory.search.TypeFilter;
import io.rollcall.scim.filter.FilterLimits;
import io.rollcall.scim.filter.FilterParser;
import io.rollcall.scim.schema.ResourceType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H2 takes no index for what it takes one in PostgreSQL, unless it is asked in its own way. */
class H2PlansTest {

  /** An index of which nothing but the tenant is used, or none: all of a tenant is read. */
  private static final String READS_ALL = "(?s).*(tableScan|: TENANT_ID = \\S+ \\*/).*";

  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = new TestDatabase();
    database.storeMany(20_000, 200);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "userName eq \"user-1\"",
        "userName eq \"user-1\" and title sw \"title\"",
        "title eq \"title-1\"",
        "title sw \"title-1\"",
        "title eq \"title-1\" and title sw \"title\"",
        "id eq \"user-1\""
      })
  void findUsersByAnIndex(String filter) {
    assertReadsLittle(query(ResourceType.USER, Optional.of(filter)));
  }

  @Test
  void findPeopleByHowTheirNamesBegin() {
    assertReadsLittle(
        query(new Narrowing(Optional.of("Nick-1"), Optional.empty(), Optional.empty())));
  }

  @Test
  void findTheUsersOfAProvider() {
    assertReadsLittle(
        query(new Narrowing(Optional.empty(), Optional.of("provider"), Optional.empty())));
  }

  @Test
  void readAUserByAnIndex() {
    assertReadsLittle(() -> assertThat(database.user("user-1")).isPresent());
  }

  @Test
  void showUsersByAnIndex() {
    assertReadsLittle(query(ResourceType.USER, Optional.empty()));
  }

  @Test
  void showGroupsByAnIndex() {
    assertReadsLittle(query(ResourceType.GROUP, Optional.empty()));
  }

  private static void assertReadsLittle(Query query) {
    assertReadsLittle(() -> assertThat(database.read(query)).isNotEmpty());
  }

  private static void assertReadsLittle(Runnable reads) {
    var plans = database.plans(reads);

    assertThat(plans)
        .isNotEmpty()
        .allSatisfy((statement, plan) -> assertThat(plan).doesNotMatch(READS_ALL));
  }

  private static Query query(Narrowing narrowing) {
    return new Query(
        List.of(new TypeFilter(ResourceType.USER, Optional.empty())),
        narrowing,
        Optional.empty(),
        1,
        Optional.empty(),
        100,
        Reading.DOCUMENT_ONLY);
  }

  private static Query query(ResourceType type, Optional<String> filter) {
    var limits = new FilterLimits(1_000, 10);
    return new Query(
        List.of(new TypeFilter(type, filter.map(text -> FilterParser.parse(text, type, limits)))),
        Optional.empty(),
        1,
        Optional.empty(),
        100,
        Reading.WITH_RELATIONS);
  }
}
