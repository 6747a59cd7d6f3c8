package io.rollcall.web.http;

import io.rollcall.activity.Redaction;
import io.rollcall.platform.actor.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names the requests. A name that a client or a proxy chose stays, if it is one and no token, so
 * that both sides find the same request in their logs.
 */
public final class RequestIds {

  /** The header that has the name, on the way in and on the way out. */
  static final String HEADER = "X-Request-Id";

  /** How Entra ID names its requests, and Microsoft's support asks for them. */
  private static final String OF_ENTRA = "client-request-id";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String ATTRIBUTE = RequestId.class.getName();

  private RequestIds() {}

  /** Names a request that has just come in. */
  static RequestId name(HttpServletRequest request) {
    var ofClient = header(request, OF_ENTRA);
    var id =
        header(request, HEADER)
            .map(name -> RequestId.of(name, ofClient))
            .orElseGet(() -> RequestId.next(ofClient));
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  /** The name that the request got. */
  public static RequestId of(ContainerRequestContext request) {
    return (RequestId) request.getProperty(ATTRIBUTE);
  }

  private static Optional<String> header(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name))
        .filter(value -> NAME.matcher(value).matches() && !Redaction.isNeeded(value));
  }
}
