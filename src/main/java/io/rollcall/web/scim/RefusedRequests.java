package io.rollcall.web.scim;

import io.rollcall.access.Principal.Provisioner;
import io.rollcall.activity.Redaction;
import io.rollcall.activity.RequestRefused;
import io.rollcall.directory.StoredResource;
import io.rollcall.platform.Log;
import io.rollcall.provisioning.BulkResult;
import io.rollcall.scim.bulk.BulkOperation;
import io.rollcall.scim.bulk.BulkRequest;
import io.rollcall.scim.message.JsonValues;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.problem.Problem;
import io.rollcall.web.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Tells of what identity providers asked for and didn't get. */
@ApplicationScoped
class RefusedRequests {

  /** The property of a request that has the name of what was sent with it. */
  static final String SUBJECT = RefusedRequests.class.getName();

  private static final Map<String, String> VERBS =
      Map.of("POST", "create", "PUT", "replace", "PATCH", "change", "DELETE", "delete");

  @Inject private Authentication authentication;
  @Inject private Event<RequestRefused> refusals;

  /**
   * Tells of a request that was answered with a problem.
   *
   * @param type what it was about; empty when that isn't known
   */
  void tell(ContainerRequestContext request, Optional<ResourceType> type, Problem problem) {
    authentication
        .ifAny(Provisioner.class)
        .filter(provisioner -> isWorthTelling(request.getMethod(), problem))
        .ifPresent(
            provisioner ->
                tell(
                    provisioner,
                    asked(request),
                    type,
                    Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst("id")),
                    Optional.ofNullable((String) request.getProperty(SUBJECT)),
                    problem));
  }

  /** Tells of the operations of a bulk request that failed. */
  void tell(Provisioner provisioner, BulkRequest request, SortedMap<Integer, BulkResult> results) {
    results.forEach(
        (place, result) ->
            result
                .failure()
                .ifPresent(
                    failure ->
                        tell(provisioner, request.operations().get(place), Problems.of(failure))));
  }

  private void tell(Provisioner provisioner, BulkOperation operation, Problem problem) {
    var target = target(operation);
    var type = target.flatMap(named -> provisioner.types().at(named.endpoint()));
    tell(
        provisioner,
        operation.methodAsSent().map(VERBS::get).orElse("do"),
        type,
        target.flatMap(BulkOperation.Target::id),
        type.flatMap(known -> subject(operation, known)),
        problem);
  }

  private void tell(
      Provisioner provisioner,
      String asked,
      Optional<ResourceType> type,
      Optional<String> resourceId,
      Optional<String> subject,
      Problem problem) {
    fire(
        new RequestRefused(
            provisioner.tenantId(),
            provisioner.actor(),
            asked,
            type,
            resourceId,
            subject,
            problem.status(),
            problem.scimType().map(ScimType::keyword),
            Redaction.of(problem.detail(), provisioner.types())));
  }

  private static Optional<BulkOperation.Target> target(BulkOperation operation) {
    try {
      return Optional.of(operation.target());
    } catch (ScimException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<String> subject(BulkOperation operation, ResourceType type) {
    return JsonValues.member(operation.sent(), "data")
        .filter(JsonObject.class::isInstance)
        .flatMap(data -> subject(data.asJsonObject(), type));
  }

  /** By what name a resource that was sent is known, whether it can be read or not. */
  static Optional<String> subject(JsonObject sent, ResourceType type) {
    return JsonValues.member(sent, StoredResource.uniqueAttribute(type).attribute().name())
        .filter(JsonString.class::isInstance)
        .map(name -> ((JsonString) name).getString());
  }

  /** To look for what isn't there is how providers find out whether to create it. */
  private static boolean isWorthTelling(String method, Problem problem) {
    var isSearch = method.equals("GET") || method.equals("HEAD");
    return problem.status() < 500 && !(isSearch && problem.status() == 404);
  }

  private static String asked(ContainerRequestContext request) {
    var path = request.getUriInfo().getPath();
    if (path.endsWith("/Bulk")) {
      return "do a bulk of operations with";
    }
    return path.endsWith("/.search")
        ? "search for"
        : VERBS.getOrDefault(request.getMethod().toUpperCase(Locale.ROOT), "read");
  }

  /** That it can't be recorded is no reason to fail a request that has been answered. */
  private void fire(RequestRefused refused) {
    try {
      refusals.fire(refused);
    } catch (RuntimeException e) {
      Log.write(
          System.Logger.Level.WARNING,
          "A refused request isn't in the activity log: " + Problems.of(e).detail());
    }
  }
}
