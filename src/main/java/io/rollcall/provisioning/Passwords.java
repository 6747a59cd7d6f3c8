package io.rollcall.provisioning;

import io.rollcall.directory.PasswordChange;
import io.rollcall.platform.crypto.PasswordHash;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.patch.PatchOperation;
import io.rollcall.scim.patch.PatchOperation.Kind;
import io.rollcall.scim.patch.PatchRequest;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Takes passwords out of messages while these are read, and hashes them, so that no transaction
 * waits for that and nothing after that ever sees a password.
 */
@ApplicationScoped
public class Passwords {

  private static final int WAIT_SECONDS = 5;

  /** A processor is left for everything else. */
  private final Semaphore places =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);

  /**
   * Reads, and hashes, what becomes of the password of a resource that was sent.
   *
   * @throws ScimException {@code tooMany} when the request sets too many passwords
   * @throws Refusal.Busy when others do
   */
  PasswordChange read(JsonObject resource, ResourceType type, HashBudget budget) {
    return paths(type)
        .flatMap(path -> path.get(resource).stream())
        .findFirst()
        .map(password -> hashed(password, budget))
        .orElse(PasswordChange.NONE);
  }

  /**
   * The message without what it does to the password, of which only the last counts.
   *
   * @throws ScimException {@code tooMany} when the request sets too many passwords
   * @throws Refusal.Busy when others do
   */
  SentPatch apart(PatchRequest request, HashBudget budget) {
    var others = new ArrayList<PatchOperation>();
    var last = Optional.<PatchOperation>empty();
    for (var operation : request.operations()) {
      if (sets(operation) || removes(operation)) {
        last = Optional.of(operation);
      } else {
        others.add(operation);
      }
    }
    return new SentPatch(List.copyOf(others), change(last, budget), request.notes());
  }

  private PasswordChange change(Optional<PatchOperation> last, HashBudget budget) {
    if (last.isEmpty()) {
      return PasswordChange.NONE;
    }
    return last.get()
        .value()
        .map(password -> hashed(password, budget))
        .orElse(PasswordChange.REMOVAL);
  }

  private static boolean sets(PatchOperation operation) {
    return isOfPassword(operation) && operation.value().isPresent();
  }

  private static boolean removes(PatchOperation operation) {
    return isOfPassword(operation) && operation.kind() != Kind.ADD && operation.value().isEmpty();
  }

  private static boolean isOfPassword(PatchOperation operation) {
    return operation.target().path().attribute().isWriteOnly();
  }

  private PasswordChange hashed(JsonValue password, HashBudget budget) {
    budget.spend();
    beginHashing();
    try {
      return new PasswordChange.Replaced(PasswordHash.of(((JsonString) password).getString()));
    } finally {
      places.release();
    }
  }

  private void beginHashing() {
    try {
      if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new Refusal.Busy("The server has too many passwords to hash. Try again soon.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal.Busy("The server is stopping. Try again soon.");
    }
  }

  private static Stream<AttributePath> paths(ResourceType type) {
    return type.attributePaths().filter(path -> path.attribute().isWriteOnly());
  }

  /** The resource without its password. */
  public static JsonObject without(JsonObject resource, ResourceType type) {
    var rest = resource;
    for (var path : paths(type).toList()) {
      rest = without(rest, path);
    }
    return rest;
  }

  private static JsonObject without(JsonObject resource, AttributePath path) {
    return path.get(resource).isEmpty() ? resource : path.with(resource, Optional.empty());
  }
}
