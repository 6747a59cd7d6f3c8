import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Answers at the port while the server behind it is starting: that it lives, is not ready, and when
 * to come again. The server's own listener would answer 404 until the application is there, from
 * which an identity provider draws conclusions.
 */
final class Porter implements AutoCloseable {

  private final HttpServer server;
  private final Launch launch;

  /**
   * Begins to answer.
   *
   * @throws CannotStart when the port can't be had
   */
  Porter(String address, int port, Launch launch) {
    this.launch = launch;
    try {
      server = HttpServer.create(new InetSocketAddress(address, port), 0);
    } catch (IOException e) {
      throw new CannotStart(
          "Port %d of %s can't be used: %s. Stop what uses it, or set ROLLCALL_PORT to another.",
          port, address, e.getMessage());
    }
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getPath()) {
      case "/health/live" -> send(exchange, 200, "application/json", launch.health(true));
      case "/health/ready" -> send(exchange, 503, "application/json", launch.health(false));
      default -> send(exchange, 503, "application/scim+json", launch.starting());
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.getResponseHeaders().set("Connection", "close");
      if (status == 503) {
        exchange.getResponseHeaders().set("Retry-After", "5");
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
