package io.rollcall.rest.scim;

import io.rollcall.scim.resource.Projection;
import io.rollcall.scim.schema.ResourceType;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
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
   * by naming attributes, or by {@code Prefer: return=representation} or {@code return=minimal}
   * (RFC 7240 §4.2); to ask for attributes and name none is to want none.
   */
  Optional<Boolean> wantsResource(String prefer) {
    if (attributes != null) {
      return Optional.of(!attributes.isBlank());
    }
    if (excludedAttributes != null) {
      return Optional.of(true);
    }
    var preference = prefer == null ? "" : prefer.toLowerCase(Locale.ROOT).replace(" ", "");
    if (preference.contains("return=representation")) {
      return Optional.of(true);
    }
    return preference.contains("return=minimal") ? Optional.of(false) : Optional.empty();
  }
}
