package io.rollcall.web.admin;

import io.rollcall.scim.schema.ResourceType;
import io.rollcall.web.http.BodyReader;
import io.rollcall.web.http.Limits;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/** Reads what an admin sends of a new user, which may have as much as over SCIM. */
@Provider
public class UserReader extends BodyReader<UserRequest> {

  @Inject private Limits limits;

  public UserReader() {
    super(UserRequest.class);
  }

  @Override
  protected UserRequest read(Body body) throws IOException {
    return UserRequest.of(new Fields(body.within(limits.body(ResourceType.USER))));
  }
}
