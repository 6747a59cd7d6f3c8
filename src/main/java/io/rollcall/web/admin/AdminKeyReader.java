package io.rollcall.web.admin;

import io.rollcall.web.http.BodyReader;
import io.rollcall.web.http.Limits;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/** Reads what an admin sends to get an admin key. */
@Provider
public class AdminKeyReader extends BodyReader<AdminKeyRequest> {

  @Inject private Limits limits;

  public AdminKeyReader() {
    super(AdminKeyRequest.class);
  }

  @Override
  protected AdminKeyRequest read(Body body) throws IOException {
    return AdminKeyRequest.of(new Fields(body.within(limits.adminBody())));
  }
}
