package io.rollcall.web.admin;

import io.rollcall.web.http.BodyReader;
import io.rollcall.web.http.Limits;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/** Reads to whom an admin gives a user or group. */
@Provider
public class TransferReader extends BodyReader<TransferRequest> {

  @Inject private Limits limits;

  public TransferReader() {
    super(TransferRequest.class);
  }

  @Override
  protected TransferRequest read(Body body) throws IOException {
    return TransferRequest.of(new Fields(body.within(limits.adminBody())));
  }
}
