import java.util.Locale;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpProbe;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.Header;

/**
 * Refuses requests that this server would understand in another way than whoever forwards them, or
 * would answer without having done anything. The server itself then answers 400 and closes the
 * connection. By the time an application sees the request it is too late: of a Content-Length
 * before Transfer-Encoding nothing is left.
 */
final class StrictHeaders extends HttpProbe.Adapter {

  private static final String CONTENT_LENGTH = "\ncontent-length:";

  /** What has come, on the thread that is parsing it. */
  private final ThreadLocal<Buffer> received = new ThreadLocal<>();

  @Override
  public void onDataReceivedEvent(Connection connection, Buffer buffer) {
    received.set(buffer);
  }

  @Override
  public void onHeaderParseEvent(Connection connection, HttpHeader header, int size) {
    var buffer = received.get();
    received.remove();
    if (header.isChunked() && text(buffer, size).contains(CONTENT_LENGTH)) {
      throw new IllegalArgumentException("Content-Length with Transfer-Encoding (RFC 9112 §6.1)");
    }
    var coding = header.getHeader(Header.TransferEncoding);
    if (coding != null
        && !(coding.strip().equalsIgnoreCase("chunked")
            && header.getProtocol() == Protocol.HTTP_1_1)) {
      throw new IllegalArgumentException("A Transfer-Encoding that isn't known (RFC 9112 §6.1)");
    }
    var host = header.getHeader(Header.Host);
    if (host != null && host.isBlank()) {
      throw new IllegalArgumentException("An empty Host (RFC 9112 §3.2)");
    }
    if (header instanceof HttpRequestPacket request && request.getMethod() == Method.CONNECT) {
      throw new IllegalArgumentException("CONNECT, after which this server would wait for ever");
    }
    if (header instanceof HttpRequestPacket request && hasBrokenEscape(request.getRequestURI())) {
      throw new IllegalArgumentException("A broken % escape (RFC 3986 §2.1)");
    }
  }

  private static String text(Buffer buffer, int size) {
    var text = new StringBuilder(size);
    for (var i = 0; i < size; i++) {
      text.append((char) (buffer.get(i) & 0xFF));
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean hasBrokenEscape(String address) {
    for (var at = address.indexOf('%'); at >= 0; at = address.indexOf('%', at + 1)) {
      if (at + 2 >= address.length()
          || Character.digit(address.charAt(at + 1), 16) < 0
          || Character.digit(address.charAt(at + 2), 16) < 0) {
        return true;
      }
    }
    return false;
  }
}
