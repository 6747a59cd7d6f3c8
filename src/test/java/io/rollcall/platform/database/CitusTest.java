package io.rollcall.platform.database;

import static io.rollcall.Queries.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The file that distributes the tables with Citus, against PostgreSQL's catalogue after all
 * migrations. Citus itself isn't there: its two functions are replaced by ones that note the tables
 * and refuse what Citus refuses.
 */
class CitusTest {

  private static final Pattern ORDER = Pattern.compile("in this order [^:]*: ([^;]*);");

  private static EmbeddedPostgres postgres;
  private static Connection database;

  @BeforeAll
  static void migrate() throws Exception {
    postgres = EmbeddedPostgres.start();
    Flyway.configure()
        .dataSource(postgres.getPostgresDatabase())
        .locations(Dialect.POSTGRESQL.migrations().toArray(String[]::new))
        .load()
        .migrate();
    database = postgres.getPostgresDatabase().getConnection();
    run(resource("/citus-rules.sql"));
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
    postgres.close();
  }

  @Test
  void placesEveryTableOnceAndLeavesEveryConstraint() throws Exception {
    var constraints = constraints();

    run(resource("/db/citus/distribute.sql"));

    assertThat(column(database, "select name from placed"))
        .containsExactlyInAnyOrderElementsOf(tables());
    assertThat(column(database, "select name from placed where colocated = 'default'"))
        .containsExactly("scim_resource");
    assertThat(constraints()).isNotEmpty().isEqualTo(constraints);
    assertThat(
            column(
                database,
                """
                select t.relname || '.' || i.relname from pg_index x
                join pg_class i on i.oid = x.indexrelid
                join pg_class t on t.oid = x.indrelid
                join placed on name = t.relname and kind = 'distributed'
                join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
                where a.attname <> 'tenant_id'"""))
        .isEmpty();
    assertThat(
            column(
                database,
                """
                select conname from pg_constraint
                join placed p on p.name = conrelid::regclass::text and p.kind = 'reference'
                join placed d on d.name = confrelid::regclass::text and d.kind = 'distributed'"""))
        .isEmpty();
  }

  @Test
  void theOrderInWhichATenantMovesIsThatOfTheForeignKeys() throws Exception {
    var order = orderInTheDocumentation();

    assertThat(order)
        .containsExactlyInAnyOrderElementsOf(
            column(
                database,
                """
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'tenant_id'"""));
    assertThat(
            column(
                database,
                """
                select conrelid::regclass || ' ' || confrelid::regclass
                from pg_constraint where contype = 'f'"""))
        .isNotEmpty()
        .allSatisfy(
            reference -> {
              var tables = reference.split(" ");
              assertThat(order.subList(0, order.indexOf(tables[0]))).contains(tables[1]);
            });
  }

  private static List<String> orderInTheDocumentation() throws IOException {
    var sentence = ORDER.matcher(Files.readString(Path.of("docs/scaling.md")));
    assertThat(sentence.find()).isTrue();
    return Pattern.compile("`(\\w+)`")
        .matcher(sentence.group(1))
        .results()
        .map(MatchResult::group)
        .map(name -> name.replace("`", ""))
        .toList();
  }

  private static List<String> tables() throws SQLException {
    return column(
        database,
        """
        select tablename from pg_tables where schemaname = 'public'
        and tablename not in ('flyway_schema_history', 'placed')""");
  }

  private static List<String> constraints() throws SQLException {
    return column(
        database,
        """
        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
        from pg_constraint where connamespace = 'public'::regnamespace order by 1""");
  }

  private static void run(String script) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(script);
    }
  }

  private static String resource(String name) throws IOException {
    try (var stream = CitusTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
