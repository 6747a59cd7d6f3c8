import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Answers at the port while the server behind it is starting: that it lives, is not ready, and when
 * to come again. The server's own listener would answer 404 until the application is there, from
 * which an identity provider draws conclusions. Needs nothing of Payara.
 */
final class Porter {

  private Porter() {}

  /**
   * Begins to answer each path with what the WAR has for it, and gives the port back when closed.
   */
  static Closeable open(InetSocketAddress address, UnaryOperator<String> answers) {
    try {
      var server = HttpServer.create(address, 0);
      server.createContext("/", exchange -> answer(exchange, answers));
      server.start();
      return () -> server.stop(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange, UnaryOperator<String> answers)
      throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var isAlive = path.equals("/health/live");
      var isHealth = isAlive || path.equals("/health/ready");
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", isHealth ? "application/json" : "application/scim+json");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Connection", "close");
      if (!isAlive) {
        headers.set("Retry-After", "5");
      }
      var body = answers.apply(path).getBytes(StandardCharsets.UTF_8);
      var isHead = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(isAlive ? 200 : 503, isHead ? -1 : body.length);
      if (!isHead) {
        exchange.getResponseBody().write(body);
      }
    }
  }
}
