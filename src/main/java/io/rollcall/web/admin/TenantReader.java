package io.rollcall.web.admin;

import io.rollcall.web.http.BodyReader;
import io.rollcall.web.http.Limits;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.Optional;

/** Reads what the operator sends of a tenant; the path may have its id. */
@Provider
public class TenantReader extends BodyReader<TenantRequest> {

  @Inject private Limits limits;

  @Context private UriInfo uri;

  public TenantReader() {
    super(TenantRequest.class);
  }

  @Override
  protected TenantRequest read(Body body) throws IOException {
    var id = Optional.ofNullable(uri.getPathParameters().getFirst(TenantsResource.ID));
    return TenantRequest.of(new Fields(body.within(limits.adminBody())), id);
  }
}
