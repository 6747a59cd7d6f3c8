package io.rollcall.access;

import io.rollcall.platform.Ids;
import java.util.Optional;

/**
 * The name of a request: in its answer, in the log, and in whatever it changed.
 *
 * @param value at most 64 characters
 * @param ofClient the name that the client gave it, at most 64 characters; empty when it gave none
 */
public record RequestId(String value, Optional<String> ofClient) {

  /** A name that no request has had before. */
  public static RequestId next(Optional<String> ofClient) {
    return new RequestId(Ids.next(), ofClient);
  }
}
