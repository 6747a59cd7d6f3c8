package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.Databases;
import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Bulk;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Neighbour;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Provider;
import io.rollcall.http.fixture.Rollcall;
import io.rollcall.http.fixture.ServerProcess;
import io.rollcall.http.fixture.Wall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One client with a valid token asks for all it can; a client of another tenant is answered. What
 * doesn't come as far as the database runs where the database has its memory from the same heap.
 */
@Tag("payara")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GreedyClientIT {

  private static final int MEBIBYTE = 1024 * 1024;
  private static final Map<String, String> GZIPPED =
      Map.of("Content-Encoding", "gzip", "Content-Type", "application/scim+json");

  @TempDir private static Path folder;

  private static ServerProcess server;
  private static Provider provider;
  private static Endpoint greedy;
  private static Endpoint modest;

  private Neighbour neighbour;

  @BeforeAll
  static void start() throws IOException {
    server =
        ServerProcess.startWithAWall(
            folder, Map.of("ROLLCALL_JAVA_OPTIONS", "-Xmx512m -XX:+UseSerialGC"));
    provider = Rollcall.of(server, Wall.INSIDE).newProvider();
    greedy = provider.scim();
    modest = Rollcall.of(server, Wall.OUTSIDE).newProvider().scim();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  /** Begins when the greedy client has nothing left of the test before. */
  @BeforeEach
  void watch() {
    await().atMost(1, MINUTES).until(() -> greedy.get("/Users?count=0").status() == 200);
    neighbour = new Neighbour(modest);
  }

  @Test
  void withNumbersThatNobodyWritesOut() throws Exception {
    var answers =
        atOnce(
            8,
            () -> greedy.get("/Users?startIndex=1e30000000&count=1e99999999"),
            () -> greedy.get("/Users?count=" + "9".repeat(8_000)),
            () -> greedy.get("/Users?startIndex=100e2147483647"),
            () -> greedy.post("/Users/.search", "{\"count\": 1e30000000}"),
            () -> greedy.find("/Users", "meta.version eq 1e30000000"));

    assertThat(answers).extracting(Answer::status).contains(400).isSubsetOf(200, 400, 503);
    neighbour.expectAnswers();
  }

  @Test
  @Tag("h2")
  void withHeadersThatNobodyReadsTwice() throws Exception {
    var weight = Map.of("Accept-Encoding", "gzip;q=0." + "1".repeat(20_000) + "x");
    var commas = Map.of("If-None-Match", ",".repeat(20_000), "Prefer", ";,".repeat(10_000));

    var answers =
        atOnce(
            8,
            () -> greedy.send("GET", "/Users?count=1", null, weight),
            () -> greedy.send("GET", "/Users?count=1", null, commas));

    assertThat(answers).extracting(Answer::status).contains(200).isSubsetOf(200, 503);
    neighbour.expectAnswers();
  }

  @Test
  @Tag("h2")
  void withBodiesOfMillionsOfValues() throws Exception {
    var empties = gzipped("{\"members\": [" + "{},".repeat(16 * MEBIBYTE / 3 - 10) + "{}]}");
    var arrays = gzipped("{\"members\": [" + "[],".repeat(16 * MEBIBYTE / 3 - 10) + "[]]}");
    var blanks = gzipped(" ".repeat(16 * MEBIBYTE - 2) + "{}");

    var answers =
        atOnce(
            11,
            () -> greedy.sendBytes("POST", "/Groups", empties, GZIPPED),
            () -> greedy.sendBytes("POST", "/Bulk", arrays, GZIPPED),
            () -> greedy.sendBytes("POST", "/Groups", blanks, GZIPPED));

    assertThat(answers).extracting(Answer::status).isSubsetOf(400, 413, 503);
    neighbour.expectAnswers();
  }

  @Test
  @Tag("h2")
  void withBodiesOfWhichTheEndNeverComes() throws Exception {
    var sockets = new ArrayList<Socket>();
    for (var i = 0; i < 130; i++) {
      sockets.add(begun("POST", "/Users", "Content-Length: 1000\r\n\r\n{"));
    }

    var status = new String(sockets.get(0).getInputStream().readNBytes(12), StandardCharsets.UTF_8);

    assertThat(status).isIn("HTTP/1.1 408", "HTTP/1.1 503");
    neighbour.expectAnswers();
    closeAll(sockets);
  }

  /** The last one, for what it holds it has until the server gives up writing. */
  @Test
  @Tag("h2")
  @Order(Integer.MAX_VALUE)
  void withAnswersThatItNeverReads() throws Exception {
    var group = bigGroup();
    var sockets = new ArrayList<Socket>();
    for (var i = 0; i < 130; i++) {
      sockets.add(begun("GET", "/Groups/" + group, "\r\n"));
    }

    neighbour.expectAnswers();
    closeAll(sockets);
  }

  private static String bigGroup() {
    var members =
        IntStream.range(0, 5)
            .mapToObj(i -> provider.newUsers(1_000))
            .flatMap(List::stream)
            .toArray(String[]::new);
    return provider.newGroup(unique("big"), members);
  }

  @Test
  @Tag("h2")
  void withThousandPasswordsInOneRequest() throws Exception {
    var user = "/Users/" + provider.newUser(unique("u"));
    var setting = Patch.replace("password", "p");
    var bulk =
        IntStream.range(0, 1_000)
            .mapToObj(i -> Bulk.post("/Users", "b" + i, Body.user(unique("p"), "password", "p")))
            .toArray(String[]::new);

    var patched = greedy.send("PATCH", user, repeated(1_000, setting), Map.of());
    var created = greedy.post("/Bulk", Bulk.message(bulk)).expect(200);

    patched.expect(200);
    assertThat(created.text()).contains("\"201\"").contains("tooMany");
    neighbour.expectAnswers();
  }

  @Test
  @Tag("h2")
  void withHundredsOfSearchesAmongTenThousandValues() throws Exception {
    var user = "/Users/" + provider.newUser(unique("u"));
    var values =
        IntStream.range(0, 9_000).mapToObj("e%d@example.com"::formatted).toArray(String[]::new);
    greedy.patch(user, Patch.add("emails", Body.values(values))).expect(200);
    var terms = String.join(" or ", Collections.nCopies(60, "value co \"nobody\""));
    var search = Patch.remove("emails[%s]".formatted(terms));

    greedy.send("PATCH", user, repeated(500, search), Map.of()).expectError(400, "tooMany");

    neighbour.expectAnswers();
  }

  @Test
  @Tag("h2")
  void withMoreValuesThanAnyoneHas() throws Exception {
    var values = IntStream.range(0, 30_000).mapToObj("v%d"::formatted).toList();
    var user = Body.user(unique("many"), "emails", values);

    var answers = atOnce(8, () -> greedy.post("/Users", user));

    assertThat(answers).extracting(Answer::status).contains(413).isSubsetOf(413, 503);
    neighbour.expectAnswers();
  }

  /** Against a hundred thousand users, which SQL makes faster than any client. */
  @Test
  @Tag("postgresql")
  void withFiltersThatLookAtAllUsers() throws Exception {
    multiplyUsers();
    var filter =
        IntStream.range(0, 60)
            .mapToObj("emails.value co \"nobody%d\""::formatted)
            .collect(Collectors.joining(" or "));

    var answers = atOnce(24, () -> greedy.find("/Users", filter));

    assertThat(answers).extracting(Answer::status).isSubsetOf(200, 400, 503);
    neighbour.expectAnswers();
  }

  private static void multiplyUsers() throws Exception {
    try (var database = Databases.open(folder);
        var statement = database.createStatement()) {
      statement.execute(
          """
          insert into scim_resource (tenant_id, id, resource_type, provider_id, origin, version,
            created, created_by, last_modified, unique_key, document)
          select 'inside', 'copy-' || n, 'User', 'nobody', 'SCIM', 1, 0, 'SCIM_TOKEN t', 0, 'copy-' || n,
            '{"userName":"copy-' || n || '","active":true}' from generate_series(1, 100000) n""");
      statement.execute(
          """
          insert into indexed_value
          select 'inside', 'copy-' || n, 'emails.value', 0, 'copy' || n || '@example.com',
            'copy' || n || '@example.com', 1 from generate_series(1, 100000) n""");
      statement.execute("analyze");
    }
  }

  private static String repeated(int times, String operation) {
    return Patch.message(Collections.nCopies(times, operation).toArray(String[]::new));
  }

  private interface Request extends Supplier<Answer> {}

  private static List<Answer> atOnce(int times, Request... requests) {
    var clients = Executors.newCachedThreadPool();
    try {
      return Stream.of(requests)
          .flatMap(request -> Collections.nCopies(times, request).stream())
          .map(request -> CompletableFuture.supplyAsync(request, clients))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    } finally {
      clients.shutdown();
    }
  }

  private static Socket begun(String method, String path, String rest) throws IOException {
    var address = URI.create(greedy.base() + path);
    var socket = new Socket();
    socket.setReceiveBufferSize(1_024);
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    var request =
        "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n%s"
            .formatted(method, address.getRawPath(), greedy.credential(), rest);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static void closeAll(List<Socket> sockets) throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
  }

  private static byte[] gzipped(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
