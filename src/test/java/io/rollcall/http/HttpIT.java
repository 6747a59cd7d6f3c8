package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Texts;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Provider;
import io.rollcall.http.fixture.Rollcall;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP asks of a server, whatever is served. */
@Tag("payara")
class HttpIT {

  @Connected private static Provider provider;
  @Connected private static Endpoint scim;

  @ParameterizedTest
  @ValueSource(strings = {"/Users", "/Users/nobody", "/Schemas", "/Me", "/Nope"})
  void noAnswerIsKeptInACache(String path) {
    var answer = scim.get(path);

    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("Vary").orElse("")).contains("Accept").contains("Authorization");
  }

  @Test
  void headIsGetWithoutABody() {
    var path = "/Users/" + provider.newUser(unique("head"));

    var head = scim.send("HEAD", path, null, Map.of()).expect(200);

    assertThat(head.text()).isEmpty();
    var get = scim.get(path);
    assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
    assertThat(head.header("Content-Length").orElse(get.header("Content-Length").orElseThrow()))
        .isEqualTo(get.header("Content-Length").orElseThrow());
    scim.send("HEAD", "/Users/nobody", null, Map.of()).expect(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Users", "/Users/nobody", "/Nope", "/Users?filter=x"})
  void noAnswerIsTakenForAnotherType(String path) {
    assertThat(scim.get(path).header("X-Content-Type-Options")).contains("nosniff");
    assertThat(new Endpoint(scim.base(), null).get(path).header("X-Content-Type-Options"))
        .contains("nosniff");
  }

  @Test
  void aBaseMayBePastedWithASlashAtItsEnd() {
    for (var base : Rollcall.running().bases()) {
      var pasted = new Endpoint(base + "/", scim.credential());
      var created = pasted.post("/Users?x=%2F%2F", Body.user(unique("s"))).expect(201);
      assertThat(created.at("/meta/location")).isEqualTo(base + "/Users/" + created.at("/id"));
      pasted.get("/Users/" + created.at("/id")).expect(200);
      pasted.find("/Users", "userName sw \"s-\"").expect(200);
      pasted.get("/ServiceProviderConfig").expect(200);
      new Endpoint(base + "/", null).get("/Users").expectError(401, null);
      new Endpoint(base + "//", scim.credential()).get("/Users").expectError(404, null);
    }
  }

  @Test
  void aBodyMayBeginWithAByteOrderMark() {
    scim.post("/Users", "\uFEFF{\"userName\": \"%s\"}".formatted(unique("bom"))).expect(201);
  }

  @Test
  void optionsNamesTheMethods() {
    var answer = scim.send("OPTIONS", "/Users", null, Map.of()).expect(200);

    assertThat(answer.header("Allow").orElse("").split(",\\s*")).contains("GET", "POST", "HEAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
  void meIsNotImplementedAndSaysWhy(String method) {
    assertThat(scim.send(method, "/Me", null, Map.of()).expectError(501, null).detail())
        .contains("a SCIM token stands for an SSO provider");
  }

  @Test
  void bodiesMayBeCompressed() throws IOException {
    var user = Body.user(unique("gzip"));

    scim.sendBytes("POST", "/Users", gzip(user.getBytes(StandardCharsets.UTF_8)), encoded("gzip"))
        .expect(201);
    scim.sendBytes("POST", "/Users", user.getBytes(StandardCharsets.UTF_8), encoded("gzip"))
        .expectError(400, "invalidSyntax");
    scim.sendBytes("POST", "/Users", truncated(gzip(new byte[5_000])), encoded("gzip"))
        .expectError(400, "invalidSyntax");
    scim.sendBytes("POST", "/Users", user.getBytes(StandardCharsets.UTF_8), encoded("br"))
        .expectError(415, null);
  }

  @Test
  void aCompressedBodyHasOneMember() throws IOException {
    var members = new ByteArrayOutputStream();
    for (var i = 0; i < 40_000; i++) {
      members.write(gzip(new byte[0]));
    }
    members.write(gzip(Body.user(unique("m")).getBytes(StandardCharsets.UTF_8)));

    scim.sendBytes("POST", "/Users", members.toByteArray(), encoded("gzip"))
        .expectError(400, "invalidSyntax");
  }

  @Test
  void theDecodedSizeCountsAgainstTheLimit() throws IOException {
    var bomb = gzip(new byte[100 * 1024 * 1024]);
    assertThat(bomb.length).isLessThan(200_000);

    scim.sendBytes("POST", "/Users", bomb, encoded("gzip")).expectError(413, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | true",
        "gzip, deflate, br | true",
        "br;q=1.0, gzip;q=0.8 | true",
        "* | true",
        "gzip;q=0 | false",
        "identity | false",
        "br | false"
      })
  void answersAreCompressedWhenTheClientTakesIt(String accepted, boolean compressed)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(scim.base() + "/Schemas"))
            .header("Authorization", "Bearer " + scim.credential())
            .header("Accept-Encoding", accepted)
            .build();

    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());

    assertThat(answer.headers().firstValue("Content-Encoding").isPresent()).isEqualTo(compressed);
    var body = compressed ? gunzip(answer.body()) : answer.body();
    assertThat(Texts.json(new String(body, StandardCharsets.UTF_8)))
        .isEqualTo(scim.get("/Schemas").json());
  }

  @Test
  void preferencesAreFollowedAndConfirmed() {
    var minimal = Map.of("Prefer", "return=minimal");
    var created = scim.send("POST", "/Users", Body.user(unique("p")), minimal).expect(201);
    assertThat(created.text()).isEmpty();
    assertThat(created.header("Preference-Applied")).contains("return=minimal");
    var path = created.header("Location").orElseThrow().substring(scim.base().length());

    scim.send("PUT", path, Body.user(unique("p")), minimal).expect(204);
    assertThat(
            scim.send(
                    "PUT",
                    path,
                    Body.user(unique("p")),
                    Map.of("Prefer", "respond-async, RETURN=\"representation\"; x=y"))
                .expect(200)
                .header("Preference-Applied"))
        .contains("return=representation");
  }

  @Test
  void whatIsNeverReturnedCannotBeAskedFor() {
    scim.find("/Users", "password sw \"a\"").expectError(403, "sensitive");
    scim.find("/Users", "not (password pr)").expectError(403, "sensitive");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Users?filter=emails[type%20eq%20\"work\"].value%20eq%20\"x\"",
        "/Users?filter=emails[type+eq+%22work%22]&count=1",
        "/Users?filter=userName%20eq%20\"a{b}|c\"",
        "/Users?filter=userName+eq+%22a%2Bb%22",
      })
  void charactersThatShouldHaveBeenEncodedAreTaken(String target) throws IOException {
    assertThat(raw(target)).startsWith("HTTP/1.1 200");
  }

  @Test
  void theConnectionStaysOpenAfterAnError() throws IOException {
    try (var socket = new Socket("127.0.0.1", URI.create(scim.base()).getPort())) {
      socket.setSoTimeout(10_000);
      for (var path : new String[] {"/Users/nobody", "/Nope", "/Users?count=0"}) {
        socket.getOutputStream().write(request(path, "keep-alive"));
        assertThat(firstLine(socket))
            .startsWith("HTTP/1.1 " + (path.contains("count") ? 200 : 404));
      }
    }
  }

  private static String raw(String path) throws IOException {
    try (var socket = new Socket("127.0.0.1", URI.create(scim.base()).getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request(path, "close"));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] request(String path, String connection) {
    var target = URI.create(scim.base()).getPath() + path;
    return """
        GET %s HTTP/1.1\r
        Host: 127.0.0.1\r
        Authorization: Bearer %s\r
        Connection: %s\r
        \r
        """
        .formatted(target, scim.credential(), connection)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The status line of one answer, whose body is read too. */
  private static String firstLine(Socket socket) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) socket.getInputStream().read());
    }
    var length = head.toString().replaceAll("(?is).*content-length:\\s*(\\d+).*", "$1");
    socket.getInputStream().readNBytes(Integer.parseInt(length));
    return head.substring(0, head.indexOf("\r\n"));
  }

  private static Map<String, String> encoded(String encoding) {
    return Map.of("Content-Encoding", encoding);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var compressed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    }
    return compressed.toByteArray();
  }

  private static byte[] truncated(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] gunzip(byte[] bytes) throws IOException {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return gzip.readAllBytes();
    }
  }
}
