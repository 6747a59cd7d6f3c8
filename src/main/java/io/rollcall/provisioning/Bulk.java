package io.rollcall.provisioning;

import io.rollcall.directory.EntityTag;
import io.rollcall.directory.Reading;
import io.rollcall.directory.ResourceWithRelations;
import io.rollcall.platform.Ids;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.platform.work.OneTransaction;
import io.rollcall.scim.bulk.BulkOperation;
import io.rollcall.scim.bulk.BulkRequest;
import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.resource.ResourceReader;
import io.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
public class Bulk {

  @Inject private Provisioning provisioning;
  @Inject private OneTransaction together;
  @Inject private Messages messages;

  /** Carries out the request: how each operation ended, by its place in the request. */
  public SortedMap<Integer, BulkResult> execute(ScimClient client, BulkRequest request) {
    var run = new Run(client, request);
    run.all();
    return run.results;
  }

  private final class Run {

    private final ScimClient client;
    private final BulkRequest request;
    private final Map<String, String> idsByBulkId = new HashMap<>();
    private final Set<String> failedBulkIds = new HashSet<>();
    private final SortedMap<Integer, BulkResult> results = new TreeMap<>();
    private final HashBudget passwords = new HashBudget();

    Run(ScimClient client, BulkRequest request) {
      this.client = client;
      this.request = request;
      request
          .operations()
          .forEach(o -> o.bulkId().ifPresent(id -> idsByBulkId.put(id, Ids.next())));
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
        together.run(client, () -> places.forEach(place -> results.put(place, perform(place))));
      } catch (RuntimeException e) {
        places.forEach(place -> results.put(place, failed(place, e)));
      }
    }

    private BulkResult attempt(int place) {
      try {
        return perform(place);
      } catch (RuntimeException e) {
        return failed(place, e);
      }
    }

    private BulkResult failed(int place, RuntimeException failure) {
      var operation = request.operations().get(place);
      operation.bulkId().ifPresent(failedBulkIds::add);
      return BulkResult.failed(failure, locationOf(operation.resolved(idsByBulkId)));
    }

    /** A failed operation tells the resource that it was about, unless it would have made it. */
    private Optional<String> locationOf(BulkOperation operation) {
      try {
        var target = operation.target();
        return target.id().map(id -> client.location(type(target), id));
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
                provisioning.create(
                    client,
                    type,
                    operation.bulkId().map(idsByBulkId::get).orElseGet(Ids::next),
                    resource(operation, type)));
        case PUT ->
            done(
                200,
                type,
                provisioning.replace(
                    client,
                    type,
                    id,
                    precondition,
                    resource(operation, type),
                    Reading.DOCUMENT_ONLY));
        case PATCH ->
            done(
                200,
                type,
                provisioning.patch(
                    client,
                    type,
                    id,
                    precondition,
                    messages.patch(messages.readPatch(operation.data(), type), passwords),
                    Reading.DOCUMENT_ONLY));
        case DELETE -> deleted(type, id, precondition);
      };
    }

    private SentResource resource(BulkOperation operation, ResourceType type) {
      return messages.resource(ResourceReader.read(operation.data(), type), type, passwords);
    }

    private BulkResult deleted(ResourceType type, String id, Precondition precondition) {
      provisioning.delete(client, type, id, precondition);
      return new BulkResult(
          204, Optional.of(client.location(type, id)), Optional.empty(), Optional.empty());
    }

    private BulkResult done(int status, ResourceType type, ResourceWithRelations found) {
      var resource = found.resource();
      return new BulkResult(
          status,
          Optional.of(client.location(type, resource.id())),
          Optional.of(EntityTag.ofDocument(resource).toString()),
          Optional.empty());
    }

    private ResourceType type(BulkOperation.Target target) {
      return client
          .types()
          .at(target.endpoint())
          .orElseThrow(
              () ->
                  new ScimException(
                      ScimType.INVALID_VALUE,
                      "path: expected /Users or /Groups at its beginning, got /%s."
                          .formatted(Excerpt.of(target.endpoint()))));
    }

    /** RFC 7644 §3.7.2 has 409 for references that can't be resolved. */
    private void refuseUnresolved(BulkOperation operation) {
      operation.references().stream()
          .findFirst()
          .ifPresent(
              bulkId -> {
                throw new Refusal.Conflict(
                    "bulkId:%s: no operation of this request has that bulkId."
                        .formatted(Excerpt.of(bulkId)));
              });
    }

    private void refuseFailed(BulkOperation operation) {
      operation.references().stream()
          .filter(failedBulkIds::contains)
          .findFirst()
          .ifPresent(
              bulkId -> {
                throw new Refusal.Conflict(
                    "bulkId:%s: the operation that it stands for failed. See there."
                        .formatted(bulkId));
              });
    }
  }
}
