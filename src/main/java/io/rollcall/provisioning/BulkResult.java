package io.rollcall.provisioning;

import java.util.Optional;

/**
 * How one operation of a bulk request ended (RFC 7644 §3.7).
 *
 * @param status the HTTP status that the operation would have had by itself; of no meaning when it
 *     failed
 * @param location the resource; empty when none was created
 * @param version its version; empty when it has none any more
 * @param failure why the operation failed; empty when it didn't
 */
public record BulkResult(
    int status,
    Optional<String> location,
    Optional<String> version,
    Optional<RuntimeException> failure) {

  static BulkResult failed(RuntimeException failure, Optional<String> location) {
    return new BulkResult(0, location, Optional.empty(), Optional.of(failure));
  }

  boolean isFailed() {
    return failure.isPresent();
  }
}
