package io.rollcall.rest.scim;

import io.rollcall.scim.resource.Projection;
import io.rollcall.scim.schema.ResourceType;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** Which attributes a client wants to see (RFC 7644 §3.9). */
public class Attributes {

  @QueryParam("attributes")
  private String attributes;

  @QueryParam("excludedAttributes")
  private String excludedAttributes;

  Projection projection(ResourceType type) {
    return Projection.of(type, attributes, excludedAttributes);
  }

  /**
   * Whether the client wants the resource as answer to a change; empty when it doesn't say. It does
   * by naming attributes; to ask for attributes and name none is to want none.
   */
  Optional<Boolean> wantsResource() {
    if (attributes != null) {
      return Optional.of(!attributes.isBlank());
    }
    return excludedAttributes == null ? Optional.empty() : Optional.of(true);
  }
}
