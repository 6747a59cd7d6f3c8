package io.rollcall.web.scim;

import io.rollcall.web.lock.OnlyForProvisioners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;

/** Groups over SCIM. A PATCH is answered without the group, which may have 100,000 members. */
@Serves(GroupsResource.ENDPOINT)
public abstract class GroupsResource extends ResourceEndpoint {

  static final String ENDPOINT = "Groups";

  @Override
  boolean answersPatchWithResource() {
    return false;
  }

  /** At the base whose tenant is in the path. */
  @Path(ScimBase.OF_TENANT + "/" + ENDPOINT)
  @OnlyForProvisioners
  @ApplicationScoped
  public static class OfTenant extends GroupsResource {}

  /** At the base whose tenant is the token's. */
  @Path(ScimBase.OF_TOKEN + "/" + ENDPOINT)
  @OnlyForProvisioners
  @ApplicationScoped
  public static class OfToken extends GroupsResource {}
}
