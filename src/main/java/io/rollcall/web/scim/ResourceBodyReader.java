package io.rollcall.web.scim;

import io.rollcall.scim.resource.ReadResource;
import io.rollcall.scim.resource.ResourceReader;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Reads the resource of a POST or PUT (RFC 7644 §3.3, §3.5.1). */
@Provider
public class ResourceBodyReader extends TypedReader<ReadResource> {

  @Context private HttpServletRequest request;

  public ResourceBodyReader() {
    super(ReadResource.class);
  }

  @Override
  ReadResource read(JsonObject sent, ResourceType type) {
    request.setAttribute(RefusedRequests.NAMES, SentNames.of(sent, type));
    return ResourceReader.read(sent, type);
  }
}
