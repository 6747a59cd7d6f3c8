package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Consistency;
import io.rollcall.Databases;
import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Provider;
import io.rollcall.http.fixture.Rollcall;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What many clients do to the same resources at the same time, round after round. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("payara")
class ContentionIT {

  private static final int ROUNDS = Integer.getInteger("rollcall.test.rounds", 15);
  private static final int CLIENTS = 32;

  @TempDir private static Path folder;

  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
  private Rollcall rollcall;
  private Provider provider;
  private Endpoint scim;

  @BeforeAll
  void start() throws Exception {
    rollcall = Rollcall.start(folder.resolve("data"), Map.of());
    provider = rollcall.newProvider();
    scim = provider.scim();
  }

  /** With H2 once for all, for it lets nobody look while a server has it. */
  @AfterEach
  void checkWhileItRuns() throws SQLException {
    if (Databases.areShared()) {
      check();
    }
  }

  @AfterAll
  void checkAfterTheEnd() throws SQLException {
    clients.shutdown();
    rollcall.process().stop();
    assertThat(rollcall.process().lines()).noneMatch(line -> line.contains("SEVERE"));
    check();
  }

  private void check() throws SQLException {
    try (var database = Databases.open(rollcall.data())) {
      Consistency.check(database);
    }
  }

  @Test
  void whoeverAddsAMemberToAGroupLosesNone() {
    var users = users(CLIENTS);
    forEachRound(
        () -> {
          var group = provider.newGroup(unique("g"));

          var answers =
              atOnce(client -> scim.patch("/Groups/" + group, Patch.addMembers(users.get(client))));

          assertThat(statuses(answers)).containsOnly(204);
          var found = scim.get("/Groups/" + group).expect(200);
          assertThat(found.values("members")).containsExactlyInAnyOrderElementsOf(users);
          assertThat(found.header("ETag").orElseThrow()).startsWith("W/\"" + (CLIENTS + 1) + "-");
        });
  }

  @Test
  void theFirstUsersOfAProviderMayComeAtOnce() {
    forEachRound(
        () -> {
          var first = rollcall.newProvider().scim();

          var answers = atOnce(client -> first.post("/Users", Body.user(unique("f"))));

          assertThat(statuses(answers)).containsOnly(201);
        });
  }

  @Test
  void oneOfAllWhoCreateTheSameUserNameGetsIt() {
    forEachRound(
        () -> {
          var user = Body.user(unique("u"));

          var answers = atOnce(client -> scim.post("/Users", user));

          assertThat(statuses(answers)).filteredOn(status -> status == 201).hasSize(1);
          answers.stream()
              .filter(answer -> answer.status() != 201)
              .forEach(answer -> answer.expectError(409, "uniqueness"));
        });
  }

  @Test
  void aUserIsChangedOrGoneButNotBoth() {
    forEachRound(
        () -> {
          var users = users(CLIENTS / 2);

          var answers =
              atOnce(
                  client -> {
                    var path = "/Users/" + users.get(client / 2);
                    return client % 2 == 0 ? scim.delete(path) : scim.patch(path, titled("T"));
                  });

          for (var i = 0; i < answers.size(); i += 2) {
            answers.get(i).expect(204);
            assertThat(answers.get(i + 1).status()).isIn(200, 404);
          }
          scim.find("/Users", "title eq \"T\"").expect(200);
          users.forEach(user -> scim.get("/Users/" + user).expect(404));
        });
  }

  @Test
  void ofTwoWhoKnowTheSameVersionOneIsTooLate() {
    var users = users(CLIENTS / 2);
    var versions = new ArrayList<>(Collections.nCopies(users.size(), "W/\"1\""));
    forEachRound(
        () -> {
          var put = unique("put");
          var title = unique("title");

          var answers =
              atOnce(
                  client -> {
                    var path = "/Users/" + users.get(client / 2);
                    var version = Map.of("If-Match", versions.get(client / 2));
                    return client % 2 == 0
                        ? scim.send("PUT", path, Body.user(put + client), version)
                        : scim.send("PATCH", path, Patch.message(titled(title)), version);
                  });

          for (var i = 0; i < answers.size(); i += 2) {
            assertThat(statuses(answers.subList(i, i + 2))).containsExactlyInAnyOrder(200, 412);
            var isPut = answers.get(i).status() == 200;
            var found = scim.get("/Users/" + users.get(i / 2)).expect(200);
            assertThat(found.at("/userName").equals(put + i)).isEqualTo(isPut);
            assertThat(found.has("/title") && found.at("/title").equals(title)).isNotEqualTo(isPut);
            versions.set(i / 2, found.header("ETag").orElseThrow());
          }
        });
  }

  @Test
  void aGroupThatIsDeletedHasNoMembersLeft() {
    var users = users(CLIENTS);
    forEachRound(
        () -> {
          var group = "/Groups/" + provider.newGroup(unique("g"));

          var answers =
              atOnce(
                  client ->
                      client == 0
                          ? scim.delete(group)
                          : scim.patch(group, Patch.addMembers(users.get(client))));

          answers.get(0).expect(204);
          assertThat(statuses(answers.subList(1, CLIENTS))).isSubsetOf(204, 404);
          scim.get(group).expect(404);
        });
    users.forEach(
        user -> assertThat(scim.get("/Users/" + user).expect(200).has("/groups")).isFalse());
  }

  @Test
  void twoGroupsDoNotBecomeEachOthersMembers() {
    forEachRound(
        () -> {
          var groups = created("/Groups", "displayName", CLIENTS);

          var answers =
              atOnce(
                  client ->
                      scim.patch(
                          "/Groups/" + groups.get(client),
                          Patch.addMembers(groups.get(client ^ 1))));

          for (var i = 0; i < answers.size(); i += 2) {
            assertThat(statuses(answers.subList(i, i + 2))).containsExactlyInAnyOrder(204, 400);
          }
        });
  }

  private static void forEachRound(Runnable work) {
    for (var round = 1; round <= ROUNDS; round++) {
      try {
        work.run();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("Round " + round + " of " + ROUNDS + ": " + e.getMessage(), e);
      }
    }
  }

  private static String titled(String title) {
    return Patch.replace("title", title);
  }

  private List<String> users(int count) {
    return created("/Users", "userName", count);
  }

  private List<String> created(String path, String name, int count) {
    return atOnce(count, client -> scim.post(path, Body.object(name, unique("c")))).stream()
        .map(answer -> answer.expect(201).at("/id"))
        .toList();
  }

  private static List<Integer> statuses(List<Answer> answers) {
    return answers.stream().map(Answer::status).toList();
  }

  private List<Answer> atOnce(IntFunction<Answer> request) {
    return atOnce(CLIENTS, request);
  }

  private List<Answer> atOnce(int count, IntFunction<Answer> request) {
    var requests =
        IntStream.range(0, count)
            .mapToObj(client -> (Callable<Answer>) () -> request.apply(client))
            .toList();
    try {
      var answers = new ArrayList<Answer>();
      for (Future<Answer> answer : clients.invokeAll(requests)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
