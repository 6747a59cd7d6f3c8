package io.rollcall.web.scim;

import io.rollcall.web.http.BodyReader;
import io.rollcall.web.http.Limits;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/** Reads a SearchRequest (RFC 7644 §3.4.3). */
@Provider
public class SearchReader extends BodyReader<ListRequest> {

  @Inject private Limits limits;

  public SearchReader() {
    super(ListRequest.class);
  }

  @Override
  protected ListRequest read(Body body) throws IOException {
    return ListRequest.of(body.within(limits.messageBody()));
  }
}
