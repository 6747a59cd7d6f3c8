package io.rollcall.http;

import static io.rollcall.Queries.column;
import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.RestartablePostgres;
import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Provider;
import io.rollcall.http.fixture.Rollcall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statements of each operation, as PostgreSQL's own log has them, and its catalogue. */
@Tag("postgresql")
@Tag("payara")
class StatementsIT {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+?) \\| (\\d+) \\|$");
  private static final Pattern EXECUTED =
      Pattern.compile("LOG: {2}(?:execute [^:]+|statement): (.*(?:\\n\\t.*)*)");

  /** Comes once a minute, before whatever operation is the first one then. */
  private static final String NOTE_OF_USE = "UPDATE scim_token SET last_used = ";

  /** What is done in the background: removals, and writing down what was counted and heard. */
  private static final String CHORE =
      "(?is)select tenant_id.* from tenant .*|select .* from activity .*|delete from scim_token .*"
          + "|.*\\b(activity_hour|provider_contact|named_resource|activity_joined)\\b.*";

  @TempDir private static Path folder;

  private static Path log;
  private static RestartablePostgres postgres;
  private static Connection database;
  private static Rollcall rollcall;
  private static Provider provider;
  private static Endpoint scim;

  @BeforeAll
  static void start() throws Exception {
    log = folder.resolve("log/statements.log");
    postgres =
        new RestartablePostgres(
            folder.resolve("postgres"),
            Map.of(
                "log_statement", "all",
                "logging_collector", "on",
                "log_directory", log.getParent().toString(),
                "log_filename", log.getFileName().toString(),
                "log_line_prefix", "''"));
    database = postgres.connection();
    rollcall = Rollcall.start(folder.resolve("data"), postgres.settings());
    provider = rollcall.newProvider();
    scim = provider.scim();
    scim.get("/Users").expect(200);
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
    rollcall.process().stop();
    postgres.close();
  }

  @Test
  void areAsManyAsDocumented() throws Exception {
    var measured = new LinkedHashMap<String, Integer>();
    operations().forEach((name, operation) -> measured.put(name, counted(operation)));

    var documented =
        ROW.matcher(Files.readString(Path.of("docs/performance.md")))
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> Integer.parseInt(row.group(2))));
    assertThat(measured).isEqualTo(documented);
  }

  private static int counted(Supplier<Answer> operation) {
    return (int)
        statements(operation).stream()
            .filter(statement -> !statement.startsWith(NOTE_OF_USE))
            .count();
  }

  private static Map<String, Supplier<Answer>> operations() {
    var users = IntStream.range(0, 5).mapToObj(i -> provider.newUser(unique("u"))).toList();
    var group = provider.newGroup(unique("g"), users.get(0));
    var operations = new LinkedHashMap<String, Supplier<Answer>>();
    operations.put("an answer without data", () -> scim.get("/ServiceProviderConfig").expect(200));
    operations.put("reading a user", () -> scim.get("/Users/" + users.get(1)).expect(200));
    operations.put(
        "reading a user who is in a group", () -> scim.get("/Users/" + users.get(0)).expect(200));
    operations.put("reading a group", () -> scim.get("/Groups/" + group).expect(200));
    var many = new ArrayList<>(provider.newUsers(1_000));
    many.addAll(provider.newUsers(500));
    var bigGroup = provider.newGroup(unique("big"), many.toArray(String[]::new));
    operations.put(
        "reading a group of 1,500 members", () -> scim.get("/Groups/" + bigGroup).expect(200));
    operations.put(
        "reading a group without its members",
        () -> scim.get("/Groups/" + group + "?excludedAttributes=members").expect(200));
    operations.put(
        "finding a user by userName", () -> scim.find("/Users", "userName eq \"x\"").expect(200));
    operations.put("a page of users", () -> scim.get("/Users?count=3").expect(200));
    operations.put("a page of groups", () -> scim.get("/Groups?count=1").expect(200));
    operations.put(
        "creating a user", () -> scim.post("/Users", Body.user(unique("new"))).expect(201));
    operations.put(
        "creating a group", () -> scim.post("/Groups", Body.group(unique("new"))).expect(201));
    operations.put("adding an attribute", () -> title(users.get(1), "T"));
    operations.put("changing an attribute", () -> title(users.get(1), "T2"));
    operations.put("a change that changes nothing", () -> title(users.get(1), "T2"));
    operations.put(
        "replacing a user, who is called otherwise then",
        () -> scim.put("/Users/" + users.get(2), Body.user(unique("put"))).expect(200));
    operations.put(
        "adding a member",
        () -> scim.patch("/Groups/" + group, Patch.addMembers(users.get(1))).expect(204));
    operations.put(
        "removing a member",
        () -> scim.patch("/Groups/" + group, Patch.removeMember(users.get(1))).expect(204));
    operations.put("deleting a user", () -> scim.delete("/Users/" + users.get(3)).expect(204));
    operations.put("deleting a group", () -> scim.delete("/Groups/" + group).expect(204));
    return operations;
  }

  private static Answer title(String userId, String title) {
    return scim.patch("/Users/" + userId, Patch.replace("title", title)).expect(200);
  }

  @Test
  void nameTheirTenant() {
    var statements = new ArrayList<String>();
    operations().values().forEach(operation -> statements.addAll(statements(operation)));
    statements.addAll(
        statements(
            () -> rollcall.admin().post("/scim", Body.token(provider.scheme())).expect(200)));

    assertThat(statements)
        .isNotEmpty()
        .allSatisfy(
            statement ->
                assertThat(statement)
                    .containsPattern("tenant_id =|^(?i:insert into) \\w+ \\([^)]*\\btenant_id\\b"));
  }

  /**
   * An admin key is looked up before its tenant is known, the operator's is no tenant's; Flyway's
   * table is Flyway's.
   */
  @Test
  void everyKeyAndIndexBeginsWithTheTenant() throws SQLException {
    assertThat(
            column(
                database,
                """
                select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid
                join pg_class t on t.oid = x.indrelid
                join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
                join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
                where a.attname <> 'tenant_id' and t.relname <> 'flyway_schema_history'"""))
        .containsExactlyInAnyOrder("admin_key_id", "operator_key_pkey");
    assertThat(
            column(
                database,
                """
                select c.conname from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                where c.contype = 'f' and a.attname <> 'tenant_id'"""))
        .isEmpty();
    assertThat(column(database, "select conname from pg_constraint where contype = 'f'"))
        .isNotEmpty();
  }

  /** The statements that an operation sends; the rows of one batch count once. */
  private static List<String> statements(Supplier<Answer> operation) {
    mark();
    var start = read().length();
    operation.get();
    mark();
    var statements = new ArrayList<String>();
    for (var executed : EXECUTED.matcher(read().substring(start)).results().toList()) {
      var text = executed.group(1).strip();
      var isWork =
          !text.isEmpty()
              && !text.matches("(?i)(begin|commit|rollback|select 'mark).*")
              && !text.matches(CHORE);
      var isSameBatch =
          !text.matches("(?is)select.*")
              && !statements.isEmpty()
              && statements.get(statements.size() - 1).equals(text);
      if (isWork && !isSameBatch) {
        statements.add(text);
      }
    }
    return statements;
  }

  /** Waits until the log has all that was executed before. */
  private static void mark() {
    var mark = "mark " + UUID.randomUUID();
    try {
      column(database, "select '" + mark + "'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    await().until(() -> read().contains(mark));
  }

  private static String read() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
