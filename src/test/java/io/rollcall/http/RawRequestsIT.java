package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Rollcall;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no HTTP client would send. None of them is done, and nothing after it is. */
@Tag("h2")
@Tag("payara")
class RawRequestsIT {

  private static final String SECOND = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

  @Connected private static Endpoint scim;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: %1$d\r\nTransfer-Encoding: chunked\r\n",
        "content-length: %1$d\r\nX: y\r\nTRANSFER-ENCODING: Chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: %1$d\r\n",
        "Content-Length: 3\r\nContent-Length: %1$d\r\n"
      })
  void withALengthThatCanBeReadInTwoWays(String lengths) throws IOException {
    var userName = unique("smuggled");
    var user = Body.user(userName);
    var body = "%x\r\n%s\r\n0\r\n\r\n".formatted(user.length(), user);

    var answer = answered(post(lengths.formatted(body.length())) + body + SECOND);

    assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("\"UP\"");
    assertThat(scim.find("/Users", "userName eq \"%s\"".formatted(userName)).ids()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1\r\nTransfer-Encoding: gzip, chunked",
        "HTTP/1.1\r\nTransfer-Encoding: xchunked",
        "HTTP/1.1\r\nTransfer-Encoding: identity",
        "HTTP/1.1\r\nTransfer-Encoding: chunked, identity",
        "HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked"
      })
  void withACodingThatIsNotKnown(String versionAndCoding) throws IOException {
    var chunk = "X / HTTP/1.1\r\nHost: localhost\r\n\r\n" + SECOND;
    var request = "GET /health/ready " + versionAndCoding + "\r\nHost: localhost\r\n\r\n";

    var answer = answered(request + "%x\r\n%s\r\n0\r\n\r\n".formatted(chunk.length(), chunk));

    assertThat(answer).matches("(?s)HTTP/1.[01] 400 .*").doesNotContain("\"UP\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: \r\n",
        "",
        "Host: localhost\r\nHost: evil.example\r\n",
        "Host: a\"b\r\n",
        "Host: evil.example?x\r\n",
        "Host: a b\r\n",
        "Host: user@evil.example\r\n",
        "Host: evil.example/x\r\n"
      })
  void withAHostThatIsNone(String host) throws IOException {
    var userName = unique("host");
    var user = Body.user(userName);
    var request =
        post("Content-Length: %d\r\n".formatted(user.length()))
            .replace("Host: localhost\r\n", host);

    var answer = answered(request + user);

    assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("evil.example");
    assertThat(scim.find("/Users", "userName eq \"%s\"".formatted(userName)).ids()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/core/%zz", "/core/%", "/core/iam/v1/scim/Users/%e"})
  void withABrokenEscape(String address) throws IOException {
    assertThat(answered("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ");
  }

  /** What follows would go to the other end of a tunnel, which there is none. */
  @Test
  void thatAskForATunnel() throws IOException {
    var connect = "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost:443\r\n\r\n";

    assertThat(answered(connect + SECOND)).matches("(?s)HTTP/1.1 4.*").doesNotContain("\"UP\"");
  }

  @Test
  void thatEndBeforeTheirBody() throws IOException {
    try (var socket = connected()) {
      socket
          .getOutputStream()
          .write((post("Content-Length: 100\r\n") + "{").getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();

      assertThat(read(socket)).doesNotContain("HTTP/1.1 5");
    }
  }

  private static String post(String headers) {
    return "POST /core/iam/v1/scim/Users HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n%s\r\n"
        .formatted(scim.credential(), headers);
  }

  /** All that comes until the server closes the connection. */
  private static String answered(String request) throws IOException {
    try (var socket = connected()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return read(socket);
    }
  }

  private static String read(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Socket connected() throws IOException {
    var root = Rollcall.running().process().root();
    var socket = new Socket(root.getHost(), root.getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }
}
