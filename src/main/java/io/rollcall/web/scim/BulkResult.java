package io.rollcall.web.scim;

import io.rollcall.scim.bulk.BulkOperation;
import io.rollcall.web.problem.Problem;
import io.rollcall.web.problem.ProblemForm;
import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * How one operation of a bulk request ended (RFC 7644 §3.7).
 *
 * @param status the HTTP status that the operation would have had by itself
 * @param location the resource; empty when none was created
 * @param version its version; empty when it has none any more
 * @param problem why the operation failed; empty when it didn't
 */
record BulkResult(
    int status,
    Optional<String> location,
    Optional<String> version,
    Optional<Problem> problem) {

  static BulkResult failed(Problem problem, Optional<String> location) {
    return new BulkResult(problem.status(), location, Optional.empty(), Optional.of(problem));
  }

  boolean isFailed() {
    return problem.isPresent();
  }

  JsonObject toJson(BulkOperation operation) {
    var result = SharedJson.createObjectBuilder();
    operation.methodAsSent().ifPresent(method -> result.add("method", method));
    operation.bulkId().ifPresent(bulkId -> result.add("bulkId", bulkId));
    version.ifPresent(text -> result.add("version", text));
    location.ifPresent(text -> result.add("location", text));
    result.add("status", Integer.toString(status));
    problem.ifPresent(error -> result.add("response", ProblemForm.SCIM.body(error)));
    return result.build();
  }
}
