package io.rollcall.web.scim;

import io.rollcall.scim.schema.ResourceType;
import io.rollcall.web.lock.OnlyForProvisioners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;

/** Groups over SCIM. A PATCH is answered without the group, which may have 100,000 members. */
public abstract class GroupsResource extends ResourceEndpoint {

  @Override
  ResourceType standardType() {
    return ResourceType.GROUP;
  }

  @Override
  boolean answersPatchWithResource() {
    return false;
  }

  /** At the base whose tenant is in the path. */
  @Path(ScimBase.OF_TENANT + "/Groups")
  @OnlyForProvisioners
  @ApplicationScoped
  public static class OfTenant extends GroupsResource {}

  /** At the base whose tenant is the token's. */
  @Path(ScimBase.OF_TOKEN + "/Groups")
  @OnlyForProvisioners
  @ApplicationScoped
  public static class OfToken extends GroupsResource {}
}
