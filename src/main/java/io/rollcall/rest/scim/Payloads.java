package io.rollcall.rest.scim;

import io.rollcall.rest.Limits;
import io.rollcall.scim.message.JsonBody;
import io.rollcall.scim.patch.PatchRequest;
import io.rollcall.scim.resource.ReadResource;
import io.rollcall.scim.resource.ResourceReader;
import io.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;

/** Reads the bodies of requests, within their limits. */
@ApplicationScoped
public class Payloads {

  @Inject private Limits limits;
  @Inject private Validator validator;

  /**
   * A resource as POST and PUT send it.
   *
   * @throws ConstraintViolationException when it violates its schemas, with all violations
   */
  ReadResource resource(InputStream body, ResourceType type) throws IOException {
    var sent = JsonBody.read(body, limits.body(type));
    var payload = new ResourcePayload(ResourceReader.read(sent, type));
    var violations = validator.validate(payload);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    return payload.read();
  }

  /** A PATCH message. */
  PatchRequest patch(InputStream body, ResourceType type) throws IOException {
    var sent = JsonBody.read(body, limits.body(type));
    return PatchRequest.read(sent, type, limits.filter(), limits.operations());
  }
}
