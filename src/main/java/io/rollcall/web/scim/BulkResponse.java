package io.rollcall.web.scim;

import io.rollcall.provisioning.BulkResult;
import io.rollcall.scim.bulk.BulkOperation;
import io.rollcall.scim.bulk.BulkRequest;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.web.problem.ProblemForm;
import io.rollcall.web.problem.Problems;
import jakarta.json.JsonObject;
import java.util.SortedMap;

/** The answer to a bulk request (RFC 7644 §3.7), in the order of the request. */
final class BulkResponse {

  private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

  private BulkResponse() {}

  static JsonObject of(BulkRequest request, SortedMap<Integer, BulkResult> results) {
    var operations = SharedJson.createArrayBuilder();
    results.forEach(
        (place, result) -> operations.add(operation(request.operations().get(place), result)));
    return SharedJson.createObjectBuilder()
        .add("schemas", SharedJson.createArrayBuilder().add(SCHEMA))
        .add("Operations", operations)
        .build();
  }

  private static JsonObject operation(BulkOperation sent, BulkResult result) {
    var problem = result.failure().map(Problems::of);
    var answer = SharedJson.createObjectBuilder();
    sent.methodAsSent().ifPresent(method -> answer.add("method", method));
    sent.bulkId().ifPresent(bulkId -> answer.add("bulkId", bulkId));
    result.version().ifPresent(version -> answer.add("version", version));
    result.location().ifPresent(location -> answer.add("location", location));
    var status = problem.map(p -> p.status()).orElse(result.status());
    answer.add("status", Integer.toString(status));
    problem.ifPresent(p -> answer.add("response", ProblemForm.SCIM.body(p)));
    return answer.build();
  }
}
