package io.rollcall.web.scim;

import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.resource.Projection;
import io.rollcall.scim.schema.ResourceType;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;

/** Which attributes a client wants to see (RFC 7644 §3.9). A parameter that is repeated adds. */
public class Wanted {

  @QueryParam("attributes")
  private List<String> attributes;

  @QueryParam("excludedAttributes")
  private List<String> excludedAttributes;

  /**
   * What the answer has of a resource of the type.
   *
   * @throws ScimException 400 when both parameters are there
   */
  Projection projection(ResourceType type) {
    return Projection.of(type, joined(attributes), joined(excludedAttributes));
  }

  /**
   * Whether the client wants the resource as answer to a change; empty when it doesn't say. It does
   * by naming attributes; to ask for attributes and name none is to want none.
   */
  Optional<Boolean> wantsResource() {
    if (!attributes.isEmpty()) {
      return Optional.of(!joined(attributes).isBlank());
    }
    return excludedAttributes.isEmpty() ? Optional.empty() : Optional.of(true);
  }

  /** The names joined by commas; null when the parameter isn't there. */
  static String joined(List<String> parameter) {
    return parameter.isEmpty() ? null : String.join(",", parameter);
  }
}
