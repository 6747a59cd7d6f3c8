import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;
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
 *
 * <p>Needs of Grizzly: that a probe is told of the bytes first and of the parsed header then, on
 * the same thread, and that what it throws refuses the request.
 */
final class StrictHeaders extends HttpProbe.Adapter {

  private static final Pattern LENGTH = Pattern.compile("(?i)\ncontent-length:");
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?!\\p{XDigit}{2})");

  private final ThreadLocal<Buffer> received = new ThreadLocal<>();

  @Override
  public void onDataReceivedEvent(Connection connection, Buffer buffer) {
    received.set(buffer);
  }

  @Override
  public void onHeaderParseEvent(Connection connection, HttpHeader header, int size) {
    var coding = header.getHeader(Header.TransferEncoding);
    var isChunked = coding != null && coding.strip().equalsIgnoreCase("chunked");
    var host = header.getHeader(Header.Host);
    var sent = isChunked ? received.get().toStringContent(ISO_8859_1, 0, size) : "";
    received.remove();
    var address = header instanceof HttpRequestPacket request ? request.getRequestURI() : "";
    refuse(
        "A Transfer-Encoding that isn't known (RFC 9112 §6.1)",
        coding != null && !(isChunked && header.getProtocol() == Protocol.HTTP_1_1));
    refuse("Content-Length with Transfer-Encoding (RFC 9112 §6.1)", LENGTH.matcher(sent).find());
    refuse("An empty Host (RFC 9112 §3.2)", host != null && host.isBlank());
    refuse("A broken % escape (RFC 3986 §2.1)", BROKEN_ESCAPE.matcher(address).find());
    refuse(
        "CONNECT, after which this server would wait for ever",
        header instanceof HttpRequestPacket request && request.getMethod() == Method.CONNECT);
  }

  private static void refuse(String reason, boolean isWrong) {
    if (isWrong) {
      throw new IllegalArgumentException(reason);
    }
  }
}
