package io.rollcall.web.admin;

import io.rollcall.provider.ProviderDescription;
import io.rollcall.web.http.BodyReader;
import io.rollcall.web.http.Limits;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/** Reads what an admin sends of an SSO provider, by the type that is in the path. */
@Provider
public class SsoProviderReader extends BodyReader<ProviderDescription> {

  @Inject private Limits limits;

  @Context private UriInfo uri;

  public SsoProviderReader() {
    super(ProviderDescription.class);
  }

  @Override
  protected ProviderDescription read(Body body) throws IOException {
    var type =
        SsoProvidersResource.typeNamed(uri.getPathParameters().getFirst(SsoProvidersResource.TYPE));
    return SsoProviderRequest.of(type, body.within(limits.adminBody()));
  }
}
