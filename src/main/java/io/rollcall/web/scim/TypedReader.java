package io.rollcall.web.scim;

import io.rollcall.access.Principal.Provisioner;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.web.http.BodyReader;
import io.rollcall.web.http.Limits;
import io.rollcall.web.lock.Authentication;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.io.IOException;

/** Reads what is about a resource of the type that is served where it was sent. */
abstract class TypedReader<T> extends BodyReader<T> {

  @Inject private Authentication authentication;
  @Inject private Limits limits;

  @Context private ResourceInfo resource;

  TypedReader(Class<T> meaning) {
    super(meaning);
  }

  @Override
  protected T read(Body body) throws IOException {
    var types = authentication.as(Provisioner.class).types();
    var type = ResourceEndpoint.type(resource.getResourceClass(), types);
    return read(body.within(limits.body(type)), type);
  }

  /** Understands what was sent. */
  abstract T read(JsonObject sent, ResourceType type);
}
