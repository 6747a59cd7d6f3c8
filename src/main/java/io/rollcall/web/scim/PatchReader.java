package io.rollcall.web.scim;

import io.rollcall.provisioning.Messages;
import io.rollcall.scim.patch.PatchRequest;
import io.rollcall.scim.schema.ResourceType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ext.Provider;

/** Reads a PATCH message (RFC 7644 §3.5.2). */
@Provider
public class PatchReader extends TypedReader<PatchRequest> {

  @Inject private Messages messages;

  public PatchReader() {
    super(PatchRequest.class);
  }

  @Override
  PatchRequest read(JsonObject sent, ResourceType type) {
    return messages.readPatch(sent, type);
  }
}
