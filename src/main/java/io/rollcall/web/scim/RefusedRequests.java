package io.rollcall.web.scim;

import io.rollcall.access.Principal.Provisioner;
import io.rollcall.activity.Facts;
import io.rollcall.activity.Redaction;
import io.rollcall.activity.RequestRefused;
import io.rollcall.activity.ResourceNames;
import io.rollcall.directory.User;
import io.rollcall.platform.Log;
import io.rollcall.provisioning.BulkResult;
import io.rollcall.scim.bulk.BulkOperation;
import io.rollcall.scim.bulk.BulkRequest;
import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.JsonValues;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.message.StorableText;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.problem.Problem;
import io.rollcall.web.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells of what identity providers asked for and didn't get. */
@ApplicationScoped
class RefusedRequests {

  /** The property of a request that has the {@link SentNames} of what was sent with it. */
  static final String NAMES = RefusedRequests.class.getName();

  private static final int MOST_NAMED = 10;

  /** So much of a fact as any text shows. */
  private static final int MAX_FACT = 500;

  private static final int NOT_FOUND = 404;
  private static final int NOT_SUPPORTED = 501;

  private static final Map<String, String> VERBS =
      Map.of("POST", "create", "PUT", "replace", "PATCH", "change", "DELETE", "delete");

  @Inject private Authentication authentication;
  @Inject private ResourceNames names;
  @Inject private Event<RequestRefused> refusals;

  /**
   * Tells of a request that was answered with a problem.
   *
   * @param type what it was about; empty when that isn't known
   * @param failure what was thrown
   */
  void tell(
      ContainerRequestContext request,
      Optional<ResourceType> type,
      Problem problem,
      Throwable failure) {
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
                    request.getProperty(NAMES) instanceof SentNames names ? names : SentNames.NONE,
                    problem,
                    RefusalCause.of(failure, problem)));
  }

  /** Tells of the operations of a bulk request that failed. */
  void tell(Provisioner provisioner, BulkRequest request, SortedMap<Integer, BulkResult> results) {
    results.forEach(
        (place, result) ->
            result
                .failure()
                .ifPresent(failure -> tell(provisioner, request.operations().get(place), failure)));
  }

  private void tell(Provisioner provisioner, BulkOperation operation, RuntimeException failure) {
    var target = target(operation);
    var type = target.flatMap(named -> provisioner.types().at(named.endpoint()));
    var problem = Problems.of(failure);
    tell(
        provisioner,
        operation.methodAsSent().map(VERBS::get).orElse("do"),
        type,
        target.flatMap(BulkOperation.Target::id),
        type.map(known -> names(operation, known)).orElse(SentNames.NONE),
        problem,
        RefusalCause.of(failure, problem));
  }

  private void tell(
      Provisioner provisioner,
      String asked,
      Optional<ResourceType> type,
      Optional<String> resourceId,
      SentNames names,
      Problem problem,
      RefusalCause cause) {
    var facts = new TreeMap<String, String>();
    type.ifPresent(known -> facts.put("type", known.name().toLowerCase(Locale.ROOT)));
    type.filter(known -> isReached(known, cause)).ifPresent(user -> facts.put("reached", "yes"));
    if (!cause.absent().isEmpty()) {
      facts.put("ids", named(provisioner.tenantId(), cause.absent()));
    }
    facts.putAll(cause.facts());
    facts.replaceAll(
        (place, fact) -> Excerpt.of(Redaction.of(fact, provisioner.types()), MAX_FACT));
    fire(
        new RequestRefused(
            provisioner.tenantId(),
            provisioner.actor(),
            asked,
            type,
            resourceId,
            names.subject(),
            problem.status(),
            problem.scimType().map(ScimType::keyword),
            Redaction.of(problem.detail(), provisioner.types()),
            cause.cause(),
            facts,
            names.all()));
  }

  /** The first of them, each with the name that it had when it was here. */
  private String named(String tenantId, List<String> ids) {
    var first = ids.subList(0, Math.min(MOST_NAMED, ids.size()));
    var namesById = names.of(tenantId, first.stream().filter(StorableText::is).toList());
    return first.stream()
            .map(
                id ->
                    Optional.ofNullable(namesById.get(id))
                        .map(name -> "%s (%s)".formatted(name, id))
                        .orElseGet(() -> Excerpt.of(id)))
            .collect(Collectors.joining(Facts.SEPARATOR))
        + (ids.size() > first.size() ? Facts.SEPARATOR + "…" : "");
  }

  /** Whether what is wrong is an attribute by which people are recognised or reached. */
  private static boolean isReached(ResourceType type, RefusalCause cause) {
    return type.is(ResourceType.USER)
        && Optional.ofNullable(cause.facts().get(RefusalCause.ATTRIBUTE))
            .flatMap(type::resolveBare)
            .filter(path -> User.reachedBy().stream().anyMatch(path::isOfSame))
            .isPresent();
  }

  private static Optional<BulkOperation.Target> target(BulkOperation operation) {
    try {
      return Optional.of(operation.target());
    } catch (ScimException unknown) {
      return Optional.empty();
    }
  }

  private static SentNames names(BulkOperation operation, ResourceType type) {
    return JsonValues.member(operation.sent(), "data")
        .filter(JsonObject.class::isInstance)
        .map(data -> SentNames.of(data.asJsonObject(), type))
        .orElse(SentNames.NONE);
  }

  /** What the server failed to do is told of by {@link DoorFilter}. */
  private static boolean isWorthTelling(String method, Problem problem) {
    return (problem.status() < 500 || problem.status() == NOT_SUPPORTED)
        && !isVainSearch(method, problem);
  }

  /** To look for what isn't there is how providers find out whether to create it. */
  static boolean isVainSearch(String method, Problem problem) {
    return (method.equals("GET") || method.equals("HEAD")) && problem.status() == NOT_FOUND;
  }

  private static String asked(ContainerRequestContext request) {
    var path = request.getUriInfo().getPath();
    if (path.endsWith("/Bulk")) {
      return "bulk";
    }
    return path.endsWith("/.search")
        ? "search"
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
