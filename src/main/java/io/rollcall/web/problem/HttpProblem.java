package io.rollcall.web.problem;

import io.rollcall.scim.message.ScimType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** What the JAX-RS runtime found wrong, in our words: its own name classes and differ by server. */
final class HttpProblem {

  private HttpProblem() {}

  static Problem of(WebApplicationException http) {
    return of(http.getResponse().getStatus());
  }

  static Problem of(int status) {
    return switch (status) {
      case 400 ->
          Problem.of(
              ScimType.INVALID_SYNTAX, "The request can't be read. Check address and headers.");
      case 404 -> Problem.of(404, "Nothing is at this address. Check the path.");
      case 405 ->
          Problem.of(
              405, "The address doesn't take this method. Use one that the Allow header names.");
      case 406 ->
          Problem.of(406, "Accept: expected application/scim+json, application/json or */*.");
      case 413 -> Problem.of(413, "The request is too large. Send less at once.");
      case 415 ->
          Problem.of(
              415,
              "Content-Type: expected application/scim+json or application/json;"
                  + " Content-Encoding: gzip or none.");
      case 503 -> Problem.of(503, "The server isn't ready. Try again soon.");
      default ->
          Problem.of(status, status < 500 ? "The request was refused." : "The server failed.");
    };
  }

  /** The methods that an address takes (RFC 9110 §15.5.6). */
  static Optional<String> allow(WebApplicationException http) {
    return Optional.ofNullable(http.getResponse().getHeaderString(HttpHeaders.ALLOW));
  }
}
