package io.rollcall.web.scim;

import io.rollcall.web.lock.OnlyForProvisioners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;

/** Users over SCIM. A PATCH is answered with the user. */
@Serves(UsersResource.ENDPOINT)
public abstract class UsersResource extends ResourceEndpoint {

  static final String ENDPOINT = "Users";

  @Override
  boolean answersPatchWithResource() {
    return true;
  }

  /** At the base whose tenant is in the path. */
  @Path(ScimBase.OF_TENANT + "/" + ENDPOINT)
  @OnlyForProvisioners
  @ApplicationScoped
  public static class OfTenant extends UsersResource {}

  /** At the base whose tenant is the token's. */
  @Path(ScimBase.OF_TOKEN + "/" + ENDPOINT)
  @OnlyForProvisioners
  @ApplicationScoped
  public static class OfToken extends UsersResource {}
}
