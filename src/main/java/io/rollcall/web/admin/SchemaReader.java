package io.rollcall.web.admin;

import io.rollcall.web.http.BodyReader;
import io.rollcall.web.http.Limits;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.Optional;

/** Reads the extension schema that an admin sends; the path may have its id. */
@Provider
public class SchemaReader extends BodyReader<SchemaRequest> {

  @Inject private Limits limits;

  @Context private UriInfo uri;

  public SchemaReader() {
    super(SchemaRequest.class);
  }

  @Override
  protected SchemaRequest read(Body body) throws IOException {
    var id = Optional.ofNullable(uri.getPathParameters().getFirst(SchemasResource.ID));
    return SchemaRequest.of(body.within(limits.schemaBody()), id);
  }
}
