package io.rollcall.web.admin;

import io.rollcall.web.http.BodyReader;
import io.rollcall.web.http.Limits;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/** Reads which failures an admin needs no more. */
@Provider
public class DismissalReader extends BodyReader<DismissalRequest> {

  @Inject private Limits limits;

  public DismissalReader() {
    super(DismissalRequest.class);
  }

  @Override
  protected DismissalRequest read(Body body) throws IOException {
    return DismissalRequest.of(new Fields(body.within(limits.adminBody())));
  }
}
