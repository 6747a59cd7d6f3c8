package io.rollcall.provisioning;

import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.patch.PatchOperation;
import io.rollcall.scim.patch.PatchRequest;
import io.rollcall.scim.resource.AttributeReader;
import io.rollcall.scim.resource.ReadResource;
import io.rollcall.scim.resource.Sent;
import io.rollcall.scim.resource.Values;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.patch.PatchOperation.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Puts hashes in the place of passwords while a message is read, so that no transaction waits for
 * them and nothing behind the door ever sees a password.
 */
@ApplicationScoped
public class Passwords {

  /** OWASP's Password Storage Cheat Sheet, as of 2025. */
  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";

  private static final int ITERATIONS = 210_000;
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final int WAIT_SECONDS = 5;

  /** Stands where a password stood that a later operation of the same message replaces. */
  private static final String OUTDATED = "outdated";

  /** A processor is left for everything else. */
  private final Semaphore places =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);

  /**
   * The resource with hashes for passwords.
   *
   * @throws ScimException 400 {@code tooMany} when the request sets too many passwords, 503 when
   *     others do
   */
  public ReadResource hashed(ReadResource read, ResourceType type, HashBudget budget) {
    var resource = read.resource();
    for (var path : paths(type).toList()) {
      var password = path.attributeValue(resource);
      if (password.isPresent()) {
        resource = Values.put(resource, path, Optional.of(hashed(password.get(), budget)));
      }
    }
    return read.with(resource);
  }

  /**
   * The message with a hash for the password that is left at its end; the others have no effect.
   *
   * @throws ScimException 400 {@code tooMany} when the request sets too many passwords, 503 when
   *     others do
   */
  public PatchRequest hashed(PatchRequest request, HashBudget budget) {
    var operations = new ArrayList<>(request.operations());
    operations.replaceAll(Passwords::understood);
    var setting =
        IntStream.range(0, operations.size()).filter(i -> sets(operations.get(i))).toArray();
    for (var place : setting) {
      var operation = operations.get(place);
      var isLast = place == setting[setting.length - 1];
      operations.set(
          place,
          with(
              operation,
              isLast ? hashed(operation.value(), budget) : SharedJson.createValue(OUTDATED)));
    }
    return new PatchRequest(List.copyOf(operations), request.ignored());
  }

  /** A password can come in every form in which a text can; what is wrong is told later. */
  private static PatchOperation understood(PatchOperation operation) {
    var path = operation.target().path();
    if (!path.attribute().isWriteOnly() || operation.kind() == Kind.REMOVE) {
      return operation;
    }
    var sent = new AttributeReader().read(path.attribute(), path.toString(), operation.value());
    return sent instanceof Sent.Wrong
        ? operation
        : with(operation, sent.value().orElse(JsonValue.NULL));
  }

  private static boolean sets(PatchOperation operation) {
    return operation.target().path().attribute().isWriteOnly()
        && operation.kind() != Kind.REMOVE
        && operation.value() instanceof JsonString;
  }

  private static boolean removes(PatchOperation operation) {
    return operation.target().path().attribute().isWriteOnly()
        && (operation.kind() == Kind.REMOVE
            || operation.kind() == Kind.REPLACE && operation.value().equals(JsonValue.NULL));
  }

  private static PatchOperation with(PatchOperation operation, JsonValue value) {
    return new PatchOperation(operation.kind(), operation.target(), value);
  }

  private JsonValue hashed(JsonValue password, HashBudget budget) {
    budget.spend();
    beginHashing();
    try {
      return SharedJson.createValue(hash(((JsonString) password).getString().toCharArray()));
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

  /**
   * The hash in the form of Jakarta Security's {@code Pbkdf2PasswordHash}. That bean itself is
   * there on some servers only when a login is configured.
   */
  private static String hash(char[] password) {
    var salt = new byte[BYTES];
    RANDOM.nextBytes(salt);
    var specification = new PBEKeySpec(password, salt, ITERATIONS, BYTES * Byte.SIZE);
    try {
      var key = SecretKeyFactory.getInstance(ALGORITHM).generateSecret(specification).getEncoded();
      var base64 = Base64.getEncoder();
      return String.join(
          ":",
          ALGORITHM,
          Integer.toString(ITERATIONS),
          base64.encodeToString(salt),
          base64.encodeToString(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A password can't be hashed", e);
    } finally {
      specification.clearPassword();
    }
  }

  /** The hash that came in the place of a password; empty when none came. */
  public static Optional<String> of(JsonObject resource, ResourceType type) {
    return paths(type)
        .flatMap(path -> path.attributeValue(resource).stream())
        .map(value -> ((JsonString) value).getString())
        .findFirst();
  }

  private static Stream<AttributePath> paths(ResourceType type) {
    return type.attributePaths().filter(path -> path.attribute().isWriteOnly());
  }

  /** The resource without passwords and hashes. */
  public static JsonObject without(JsonObject resource, ResourceType type) {
    var rest = resource;
    for (var path : paths(type).toList()) {
      rest = without(rest, path);
    }
    return rest;
  }

  private static JsonObject without(JsonObject resource, AttributePath path) {
    return path.attributeValue(resource).isEmpty()
        ? resource
        : Values.put(resource, path, Optional.empty());
  }

  /** Whether a message takes the password away, and sets no other one after that. */
  public static boolean areRemoved(PatchRequest request) {
    return request.operations().stream()
        .filter(operation -> sets(operation) || removes(operation))
        .map(Passwords::removes)
        .reduce((earlier, later) -> later)
        .orElse(false);
  }
}
