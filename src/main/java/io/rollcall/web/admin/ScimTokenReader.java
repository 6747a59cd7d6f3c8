package io.rollcall.web.admin;

import io.rollcall.web.http.BodyReader;
import io.rollcall.web.http.Limits;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/** Reads what an admin sends to get a SCIM token. */
@Provider
public class ScimTokenReader extends BodyReader<ScimTokenRequest> {

  @Inject private Limits limits;

  public ScimTokenReader() {
    super(ScimTokenRequest.class);
  }

  @Override
  protected ScimTokenRequest read(Body body) throws IOException {
    return ScimTokenRequest.of(new Fields(body.within(limits.adminBody())));
  }
}
