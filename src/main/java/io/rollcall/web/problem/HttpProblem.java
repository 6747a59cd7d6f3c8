package io.rollcall.web.problem;

import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** What the JAX-RS runtime found wrong, in our words: its own name classes and differ by server. */
final class HttpProblem {

  private HttpProblem() {}

  static ScimException of(WebApplicationException http) {
    return of(http.getResponse().getStatus());
  }

  static ScimException of(int status) {
    return switch (status) {
      case 400 ->
          new ScimException(
              ScimType.INVALID_SYNTAX, "The request can't be read. Check address and headers.");
      case 404 -> new ScimException(404, "Nothing is at this address. Check the path.");
      case 405 ->
          new ScimException(
              405, "The address doesn't take this method. Use one that the Allow header names.");
      case 406 ->
          new ScimException(
              406, "Accept: expected application/scim+json, application/json or */*.");
      case 413 -> new ScimException(413, "The request is too large. Send less at once.");
      case 415 ->
          new ScimException(
              415,
              "Content-Type: expected application/scim+json or application/json;"
                  + " Content-Encoding: gzip or none.");
      case 503 -> new ScimException(503, "The server isn't ready. Try again soon.");
      default ->
          new ScimException(
              status, status < 500 ? "The request was refused." : "The server failed.");
    };
  }

  /** The methods that an address takes (RFC 9110 §15.5.6). */
  static Optional<String> allow(WebApplicationException http) {
    return Optional.ofNullable(http.getResponse().getHeaderString(HttpHeaders.ALLOW));
  }
}
