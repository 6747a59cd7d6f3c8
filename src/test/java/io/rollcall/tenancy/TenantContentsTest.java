package io.rollcall.tenancy;

import static io.rollcall.Queries.column;
import static io.rollcall.Queries.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the rooms say that they keep of tenants, against the catalogue of the database. */
class TenantContentsTest {

  private static JdbcConnectionPool pool;
  private static Connection database;

  @BeforeAll
  static void migrate() throws Exception {
    pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "rollcall", "");
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/migration/common", "classpath:db/migration/h2")
        .load()
        .migrate();
    database = pool.getConnection();
  }

  @AfterAll
  static void close() throws Exception {
    database.close();
    pool.dispose();
  }

  @Test
  void areAllTablesOfTenants() throws Exception {
    var inCatalogue =
        column(
            database,
            """
            select lower(table_name) from information_schema.columns
            where column_name = 'TENANT_ID' and lower(table_name) <> 'tenant'""");

    assertThat(inCatalogue).hasSizeGreaterThan(8);
    assertThat(tables()).containsExactlyInAnyOrderElementsOf(inCatalogue);
  }

  @Test
  void goBeforeWhatTheyReferTo() throws Exception {
    var order = new ArrayList<>(tables());
    order.add("tenant");

    var references =
        rows(
            database,
            """
            select distinct lower(f.table_name), lower(t.table_name)
            from information_schema.referential_constraints r
            join information_schema.table_constraints f on f.constraint_name = r.constraint_name
            join information_schema.table_constraints t
              on t.constraint_name = r.unique_constraint_name""");

    assertThat(references)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            reference ->
                assertThat(order.indexOf(reference.get(0)))
                    .as("%s refers to %s", reference.get(0), reference.get(1))
                    .isLessThan(order.indexOf(reference.get(1))));
  }

  private static List<String> tables() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.rollcall")
            .stream()
            .filter(type -> type.isAssignableTo(TenantContents.class))
            .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
            .map(type -> made(type.reflect()))
            .sorted(Comparator.comparingInt(TenantContents::storey).reversed())
            .flatMap(contents -> contents.tables().stream())
            .toList();
  }

  private static TenantContents made(Class<?> type) {
    try {
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return (TenantContents) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
