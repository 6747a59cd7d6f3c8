package io.rollcall.web.scim;

import io.rollcall.scim.bulk.BulkRequest;
import io.rollcall.web.http.BodyReader;
import io.rollcall.web.http.Limits;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/** Reads a bulk request (RFC 7644 §3.7). */
@Provider
public class BulkReader extends BodyReader<BulkRequest> {

  @Inject private Limits limits;

  public BulkReader() {
    super(BulkRequest.class);
  }

  @Override
  protected BulkRequest read(Body body) throws IOException {
    return BulkRequest.read(body.within(limits.bulkBody()), limits.bulkOperations());
  }
}
