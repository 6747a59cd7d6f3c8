package io.rollcall.directory;

import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.patch.PatchOperation;
import io.rollcall.scim.patch.PatchRequest;
import io.rollcall.scim.resource.ReadResource;
import io.rollcall.scim.resource.Values;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts hashes in the place of passwords while a message is read, so that no transaction waits for
 * them and nothing behind the door ever sees a password.
 */
@ApplicationScoped
public class Passwords {

  /** OWASP's Password Storage Cheat Sheet, as of 2025, for PBKDF2 with HMAC-SHA-512. */
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
          "Pbkdf2PasswordHash.Iterations", "210000",
          "Pbkdf2PasswordHash.SaltSizeBytes", "32",
          "Pbkdf2PasswordHash.KeySizeBytes", "32");

  @Inject private Pbkdf2PasswordHash hash;

  @PostConstruct
  void initialize() {
    hash.initialize(PARAMETERS);
  }

  /** The resource with hashes for passwords. */
  public ReadResource hashed(ReadResource read, ResourceType type) {
    var resource = read.resource();
    for (var path : paths(type).toList()) {
      resource = Values.put(resource, path, path.attributeValue(resource).map(this::hashed));
    }
    return new ReadResource(resource, read.violations(), read.ignored());
  }

  /** The message with hashes for passwords. */
  public PatchRequest hashed(PatchRequest request) {
    return new PatchRequest(
        request.operations().stream().map(this::hashed).toList(), request.ignored());
  }

  private PatchOperation hashed(PatchOperation operation) {
    return operation.target().path().attribute().isWriteOnly() && operation.value() != null
        ? new PatchOperation(operation.kind(), operation.target(), hashed(operation.value()))
        : operation;
  }

  private JsonValue hashed(JsonValue value) {
    return value instanceof JsonString password && !password.getString().isEmpty()
        ? SharedJson.createValue(hash.generate(password.getString().toCharArray()))
        : value;
  }

  /** The hash that came in the place of a password; empty when none came. */
  static Optional<String> of(JsonObject resource, ResourceType type) {
    return paths(type)
        .flatMap(path -> path.attributeValue(resource).stream())
        .map(value -> ((JsonString) value).getString())
        .findFirst();
  }

  private static Stream<AttributePath> paths(ResourceType type) {
    return type.attributePaths().filter(path -> path.attribute().isWriteOnly());
  }

  /** The resource without passwords and hashes. */
  static JsonObject without(JsonObject resource, ResourceType type) {
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

  /** Whether a message takes the password away. */
  static boolean areRemoved(PatchRequest request) {
    return request.operations().stream()
        .filter(operation -> operation.target().path().attribute().isWriteOnly())
        .anyMatch(operation -> operation.value() == null || Values.isUnassigned(operation.value()));
  }
}
