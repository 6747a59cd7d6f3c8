package io.rollcall.platform.actor;

import io.rollcall.platform.Ids;
import java.util.Optional;

/**
 * The name of a request: in its answer, in the log, and in whatever it changed.
 *
 * @param value at most 64 characters
 * @param ofClient the name that the client gave it, at most 64 characters; empty when it gave none
 * @param bundle what its operations are kept under, if it is a bulk request; else empty
 */
public record RequestId(String value, Optional<String> ofClient, Optional<String> bundle) {

  /** A name that somebody else chose. */
  public static RequestId of(String value, Optional<String> ofClient) {
    return new RequestId(value, ofClient, Optional.empty());
  }

  /** A name that no request has had before. */
  public static RequestId next(Optional<String> ofClient) {
    return of(Ids.next(), ofClient);
  }

  /** The same request, whose operations are to be kept together. */
  public RequestId bundled() {
    return new RequestId(value, ofClient, Optional.of(Ids.next()));
  }
}
