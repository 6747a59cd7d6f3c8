package io.rollcall.web.scim;

import io.rollcall.platform.problem.Refusal;
import io.rollcall.access.Caller;
import io.rollcall.directory.Directory;
import io.rollcall.directory.EntityTag;
import io.rollcall.directory.Found;
import io.rollcall.provisioning.HashBudget;
import io.rollcall.provisioning.Precondition;
import io.rollcall.provisioning.Together;
import io.rollcall.scim.bulk.BulkOperation;
import io.rollcall.scim.bulk.BulkRequest;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.resource.Values;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.web.problem.Problem;
import io.rollcall.web.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Carries out bulk requests: each operation in a transaction of its own, those that refer to each
 * other in a circle in one.
 *
 * <p>What an operation will create gets its id before anything happens, so that references can
 * point forward as well as backward. Only the order matters then: a group's member must be there
 * first.
 */
@ApplicationScoped
class Bulk {

  private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

  @Inject private Directory directory;
  @Inject private Together together;
  @Inject private Payloads payloads;

  /** Carries out the request and returns the answer, in the order of the request. */
  JsonObject execute(BulkRequest request, ResourceTypes types, Caller caller, ScimBase base) {
    var run = new Run(request, types, caller, base);
    run.all();
    return run.answer();
  }

  private final class Run {

    private final BulkRequest request;
    private final ResourceTypes types;
    private final Caller caller;
    private final ScimBase base;
    private final Map<String, String> idsByBulkId = new HashMap<>();
    private final Set<String> failedBulkIds = new HashSet<>();
    private final Map<Integer, BulkResult> results = new TreeMap<>();
    private final HashBudget passwords = new HashBudget();

    Run(BulkRequest request, ResourceTypes types, Caller caller, ScimBase base) {
      this.request = request;
      this.types = types;
      this.caller = caller;
      this.base = base;
      request
          .operations()
          .forEach(o -> o.bulkId().ifPresent(id -> idsByBulkId.put(id, Directory.newId())));
    }

    void all() {
      for (var places : request.order()) {
        if (isGivenUp()) {
          return;
        }
        if (places.size() == 1) {
          results.put(places.get(0), attempt(places.get(0)));
        } else {
          circle(places);
        }
      }
    }

    private boolean isGivenUp() {
      return request
          .failOnErrors()
          .filter(n -> results.values().stream().filter(BulkResult::isFailed).count() >= n)
          .isPresent();
    }

    private void circle(List<Integer> places) {
      try {
        together.run(caller, () -> places.forEach(place -> results.put(place, perform(place))));
      } catch (RuntimeException e) {
        var problem = Problems.of(e);
        places.forEach(place -> results.put(place, failed(place, problem)));
      }
    }

    private BulkResult attempt(int place) {
      try {
        return perform(place);
      } catch (RuntimeException e) {
        return failed(place, Problems.of(e));
      }
    }

    private BulkResult failed(int place, Problem problem) {
      var operation = request.operations().get(place);
      operation.bulkId().ifPresent(failedBulkIds::add);
      return BulkResult.failed(problem, locationOf(operation.resolved(idsByBulkId)));
    }

    /** A failed operation tells the resource that it was about, unless it would have made it. */
    private Optional<String> locationOf(BulkOperation operation) {
      try {
        var target = operation.target();
        return target.id().map(id -> base.location(type(target), id));
      } catch (ScimException unknown) {
        return Optional.empty();
      }
    }

    private BulkResult perform(int place) {
      var sent = request.operations().get(place);
      var operation = sent.resolved(idsByBulkId);
      refuseUnresolved(operation);
      refuseFailed(sent);
      var method = operation.method();
      var target = operation.target();
      var type = type(target);
      var precondition = new Precondition(operation.version(), Optional.empty());
      var id = target.id().orElse("");
      return switch (method) {
        case POST ->
            done(
                201,
                type,
                directory.create(
                    caller,
                    type,
                    operation.bulkId().map(idsByBulkId::get).orElseGet(Directory::newId),
                    payloads.resource(operation.data(), type, passwords)));
        case PUT ->
            done(
                200,
                type,
                directory.replace(
                    caller,
                    type,
                    id,
                    precondition,
                    payloads.resource(operation.data(), type, passwords),
                    false));
        case PATCH ->
            done(
                200,
                type,
                directory.patch(
                    caller,
                    type,
                    id,
                    precondition,
                    payloads.patch(operation.data(), type, passwords),
                    false));
        case DELETE -> deleted(type, id, precondition);
      };
    }

    private BulkResult deleted(ResourceType type, String id, Precondition precondition) {
      directory.delete(caller, type, id, precondition);
      return new BulkResult(
          204, Optional.of(base.location(type, id)), Optional.empty(), Optional.empty());
    }

    private BulkResult done(int status, ResourceType type, Found found) {
      var resource = found.resource();
      return new BulkResult(
          status,
          Optional.of(base.location(type, resource.id())),
          Optional.of(EntityTag.ofDocument(resource).toString()),
          Optional.empty());
    }

    private ResourceType type(BulkOperation.Target target) {
      return types
          .at(target.endpoint())
          .orElseThrow(
              () ->
                  new ScimException(
                      ScimType.INVALID_VALUE,
                      "path: expected /Users or /Groups at its beginning, got /%s."
                          .formatted(Values.abbreviated(target.endpoint()))));
    }

    /** RFC 7644 §3.7.2 has 409 for references that can't be resolved. */
    private void refuseUnresolved(BulkOperation operation) {
      operation.references().stream()
          .findFirst()
          .ifPresent(
              bulkId -> {
                throw new Refusal.Conflict("bulkId:%s: no operation of this request has that bulkId."
                        .formatted(Values.abbreviated(bulkId)));
              });
    }

    private void refuseFailed(BulkOperation operation) {
      operation.references().stream()
          .filter(failedBulkIds::contains)
          .findFirst()
          .ifPresent(
              bulkId -> {
                throw new Refusal.Conflict("bulkId:%s: the operation that it stands for failed. See there."
                        .formatted(bulkId));
              });
    }

    JsonObject answer() {
      var operations = SharedJson.createArrayBuilder();
      results.forEach(
          (place, result) -> operations.add(result.toJson(request.operations().get(place))));
      return SharedJson.createObjectBuilder()
          .add("schemas", SharedJson.createArrayBuilder().add(SCHEMA))
          .add("Operations", operations)
          .build();
    }
  }
}
