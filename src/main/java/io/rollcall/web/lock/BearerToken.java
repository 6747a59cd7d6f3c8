package io.rollcall.web.lock;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** The bearer token of a request (RFC 6750 §2.1). */
public final class BearerToken {

  private static final String SCHEME = "Bearer ";

  private BearerToken() {}

  /** The token; empty when there is none or more than one header. */
  public static Optional<String> of(ContainerRequestContext request) {
    var headers = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    if (headers == null || headers.size() != 1) {
      return Optional.empty();
    }
    var header = headers.get(0);
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }
}
