package io.rollcall.rest.scim;

import io.rollcall.rest.Authenticated;
import io.rollcall.rest.Limits;
import io.rollcall.rest.MediaTypes;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.tenancy.Caller;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What all addresses of SCIM have in common. */
public abstract class ScimResource {

  @Inject private Authenticated authenticated;
  @Inject private ScimBase base;
  @Inject private Limits limits;

  @Context private HttpHeaders headers;

  Caller caller() {
    return authenticated.caller();
  }

  ScimBase base() {
    return base;
  }

  Limits limits() {
    return limits;
  }

  HttpHeaders headers() {
    return headers;
  }

  /** The resource types of the caller's tenant. */
  ResourceTypes types() {
    return authenticated.types();
  }

  Response.ResponseBuilder ok(JsonObject json) {
    return Response.ok(json.toString(), MediaTypes.ofScimAnswer(headers));
  }
}
