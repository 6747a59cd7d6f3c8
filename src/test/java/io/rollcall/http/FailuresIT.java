package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.Consistency;
import io.rollcall.RestartablePostgres;
import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Bulk;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Load;
import io.rollcall.http.fixture.Provider;
import io.rollcall.http.fixture.Rollcall;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that fails under load, and what the server makes of it. */
@Tag("postgresql")
@Tag("payara")
class FailuresIT {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int CLIENTS = 40;
  private static final int MEMBERS = 2_000;

  @TempDir private static Path folder;

  private static RestartablePostgres postgres;
  private static Rollcall rollcall;
  private static Provider provider;
  private static Endpoint scim;
  private static String bigGroup;

  /** How a database fails. */
  enum Failure {
    STOPS {
      @Override
      void begin() {
        postgres.stop();
      }

      @Override
      void end() {
        postgres.start();
      }
    },
    FREEZES {
      @Override
      void begin() {
        postgres.freeze();
      }

      @Override
      void end() {
        postgres.thaw();
      }
    };

    abstract void begin();

    abstract void end();
  }

  @BeforeAll
  static void start() throws Exception {
    postgres = new RestartablePostgres(folder.resolve("postgres"));
    rollcall = Rollcall.start(folder.resolve("data"), postgres.settings());
    provider = rollcall.newProvider();
    scim = provider.scim();
    bigGroup = groupReadInPortions();
  }

  @AfterAll
  static void stop() {
    rollcall.process().stop();
    postgres.close();
  }

  @AfterEach
  void nothingIsHalfWritten() throws SQLException {
    try (var database = postgres.connection()) {
      Consistency.check(database);
    }
    assertThat(rollcall.process().lines()).noneMatch(line -> line.startsWith("\tat "));
  }

  @ParameterizedTest
  @EnumSource
  void everyAddressSaysThatTheTroubleIsOurs(Failure failure) throws Exception {
    try (var load = new Load(scim, CLIENTS)) {
      failure.begin();
      try {
        await().atMost(SOON).until(() -> health("ready").status() == 503);
        for (var endpoint : addresses()) {
          assertThat(endpoint.get("").expect(503).header("Retry-After")).contains("5");
        }
        health("live").expect(200);
        var operator = new Endpoint(rollcall.process().root().toString(), null);
        operator.get("/openapi").expect(200);
        assertThat(operator.get("/metrics").expect(200).text()).contains("rollcall_database_up 0");
      } finally {
        failure.end();
      }
      await().atMost(SOON).until(() -> scim.get("/Users?count=0").status() == 200);
      health("ready").expect(200);

      assertWhatWasAcknowledgedIsThere(load.end());
    }
  }

  @Test
  void aLockThatSomebodyHoldsDoesNotHoldTheServer() throws Exception {
    try (var database = postgres.connection();
        var statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute("lock table scim_resource in access exclusive mode");

      try (var load = new Load(scim, CLIENTS)) {
        assertThat(load.end())
            .allSatisfy(
                answer -> {
                  assertThat(answer.expect(503).header("Retry-After")).contains("5");
                  assertThat(answer.duration()).isLessThan(SOON);
                });
        health("live").expect(200);
      }
      database.rollback();
    }
    await().atMost(SOON).until(() -> scim.get("/Users?count=0").status() == 200);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerIsWholeOrAnError(Failure failure) throws Exception {
    try (var load = new Load(() -> scim.get("/Groups/" + bigGroup), 4)) {
      failure.begin();
      try {
        await().atMost(SOON).until(() -> health("ready").status() == 503);
      } finally {
        failure.end();
      }
      await().atMost(SOON).until(() -> scim.get("/Users?count=0").status() == 200);

      var answers = load.end();
      assertThat(answers).extracting(Answer::status).containsOnly(200, 503);
      answers.stream()
          .filter(answer -> answer.status() == 200)
          .forEach(answer -> assertThat(answer.json().getJsonArray("members")).hasSize(MEMBERS));
    }
  }

  /** The names of its members are so long that each portion takes its time. */
  private static String groupReadInPortions() {
    var members = new ArrayList<String>();
    while (members.size() < MEMBERS) {
      var users =
          Stream.generate(() -> unique("big"))
              .limit(1_000)
              .map(FailuresIT::creationWithALongName)
              .toArray(String[]::new);
      scim.bulk(users).stream().map(Answer::idOf).forEach(members::add);
    }
    return provider.newGroup(unique("big"), members.toArray(String[]::new));
  }

  private static String creationWithALongName(String userName) {
    return Bulk.post("/Users", userName, Body.user(userName, "displayName", "x".repeat(1_000)));
  }

  private static Answer health(String kind) {
    return new Endpoint(rollcall.process().root() + "/health/" + kind, null).get("");
  }

  /** One of each kind, with the right credential, a wrong one and none. */
  private static List<Endpoint> addresses() {
    var root = rollcall.process().root();
    return Stream.of(
            "/core/iam/v1/scim",
            "/core/iam/v1/scim/Users",
            "/core/iam/v1/sso",
            "/default/api/scim/v2/Groups/x",
            "/default/api/scim/v2/Schemas",
            "/default/api/scim/v2/Me",
            "/no-such-tenant/api/scim/v2/Users",
            "/nowhere")
        .flatMap(
            path ->
                Stream.of(scim.credential(), rollcall.admin().credential(), "wrong", null)
                    .map(credential -> new Endpoint(root + path, credential)))
        .toList();
  }

  private static void assertWhatWasAcknowledgedIsThere(Queue<Answer> answers) {
    assertThat(answers).extracting(Answer::status).containsOnly(201, 503);
    assertThat(answers).extracting(Answer::duration).allMatch(d -> d.compareTo(SOON) < 0);
    answers.stream()
        .filter(answer -> answer.status() == 201)
        .forEach(
            answer -> scim.send("GET", "/Users/" + answer.at("/id"), null, Map.of()).expect(200));
    answers.stream()
        .filter(answer -> answer.status() == 503)
        .forEach(answer -> assertThat(answer.header("Retry-After")).contains("5"));
  }
}
