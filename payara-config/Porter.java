import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Answers at the port while the server behind it is starting: that it lives, is not ready, and when
 * to come again. The server's own listener would answer 404 until the application is there, from
 * which an identity provider draws conclusions.
 */
final class Porter implements AutoCloseable {

  private static final String RETRY_SECONDS = "5";
  private static final String HEALTH = "{\"status\": \"%s\", \"checks\": []}";
  private static final String ERROR =
      """
      {"schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"], "status": "503",
       "detail": "The server is starting. Try again soon."}""";

  private final HttpServer server;

  /**
   * Begins to answer.
   *
   * @throws IOException when the port can't be had
   */
  Porter(InetAddress address, int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(address, port), 0);
    server.createContext("/", Porter::answer);
    server.start();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getPath()) {
      case "/health/live" -> send(exchange, 200, "application/json", HEALTH.formatted("UP"));
      case "/health/ready" -> send(exchange, 503, "application/json", HEALTH.formatted("DOWN"));
      default -> send(exchange, 503, "application/scim+json", ERROR);
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.getResponseHeaders().set("Connection", "close");
      if (status == 503) {
        exchange.getResponseHeaders().set("Retry-After", RETRY_SECONDS);
      }
      var isHead = exchange.getRequestMethod().equals("HEAD");
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, isHead ? -1 : bytes.length);
      if (!isHead) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  /** Gives the port back. */
  @Override
  public void close() {
    server.stop(0);
  }
}
