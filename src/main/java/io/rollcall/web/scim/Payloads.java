package io.rollcall.web.scim;

import io.rollcall.provisioning.HashBudget;
import io.rollcall.provisioning.Passwords;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.patch.PatchRequest;
import io.rollcall.scim.resource.ReadResource;
import io.rollcall.scim.resource.ResourceReader;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.web.http.Bodies;
import io.rollcall.web.http.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what requests carry, within its limits. */
@ApplicationScoped
public class Payloads {

  @Inject private Limits limits;
  @Inject private Bodies bodies;
  @Inject private Validator validator;
  @Inject private Passwords passwords;

  /** A resource as POST and PUT send it. */
  ReadResource resource(InputStream body, ResourceType type) throws IOException {
    return resource(bodies.read(body, limits.body(type)), type, new HashBudget());
  }

  /**
   * A resource as it was sent.
   *
   * @param budget what is left to the request for passwords
   * @throws ScimException 400 {@code invalidValue} with all that violates the schemas
   */
  ReadResource resource(JsonObject sent, ResourceType type, HashBudget budget) {
    var payload = new ResourcePayload(ResourceReader.read(sent, type));
    var violations = validator.validate(payload);
    if (!violations.isEmpty()) {
      throw new ScimException(ScimType.INVALID_VALUE, inWords(violations));
    }
    return passwords.hashed(payload.read(), type, budget);
  }

  private static String inWords(Set<ConstraintViolation<ResourcePayload>> violations) {
    return violations.stream()
        .sorted(Comparator.comparing(violation -> violation.getPropertyPath().toString()))
        .map(ConstraintViolation::getMessage)
        .collect(Collectors.joining(" "));
  }

  /** A PATCH message. */
  PatchRequest patch(InputStream body, ResourceType type) throws IOException {
    return patch(bodies.read(body, limits.body(type)), type, new HashBudget());
  }

  /** A PATCH message that was read already. */
  PatchRequest patch(JsonObject sent, ResourceType type, HashBudget budget) {
    var patch = PatchRequest.read(sent, type, limits.filter(), limits.operations());
    return passwords.hashed(patch, budget);
  }
}
