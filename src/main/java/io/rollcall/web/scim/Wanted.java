package io.rollcall.web.scim;

import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.resource.Projection;
import io.rollcall.scim.schema.ResourceType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/**
 * Which attributes a client wants to see (RFC 7644 §3.9). A parameter that is repeated adds.
 *
 * @param attributes names joined by commas, or null when the parameter isn't there
 * @param excludedAttributes names joined by commas, or null when the parameter isn't there
 */
record Wanted(String attributes, String excludedAttributes) {

  /** Reads the parameters of the URL. */
  static Wanted of(MultivaluedMap<String, String> query) {
    return new Wanted(joined(query, "attributes"), joined(query, "excludedAttributes"));
  }

  /**
   * What the answer has of a resource of the type.
   *
   * @throws ScimException 400 when both parameters are there
   */
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

  /** The names joined by commas; null when the parameter isn't there. */
  static String joined(MultivaluedMap<String, String> query, String name) {
    var values = query.get(name);
    return values == null ? null : String.join(",", values);
  }
}
