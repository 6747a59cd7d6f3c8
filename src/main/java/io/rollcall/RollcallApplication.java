package io.rollcall;

import io.rollcall.rest.AdminAuthenticator;
import io.rollcall.rest.AnswerDeadline;
import io.rollcall.rest.AnswerHeaders;
import io.rollcall.rest.DatabaseGate;
import io.rollcall.rest.DoubledSlash;
import io.rollcall.rest.Gzip;
import io.rollcall.rest.HealthResource;
import io.rollcall.rest.ProblemMapper;
import io.rollcall.rest.ScimAuthenticator;
import io.rollcall.rest.iam.SchemasResource;
import io.rollcall.rest.iam.ScimTokensResource;
import io.rollcall.rest.iam.SsoProvidersResource;
import io.rollcall.rest.scim.BulkResource;
import io.rollcall.rest.scim.DiscoveryResource;
import io.rollcall.rest.scim.GroupsResource;
import io.rollcall.rest.scim.MeResource;
import io.rollcall.rest.scim.SearchResource;
import io.rollcall.rest.scim.UsersResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** What the WAR serves. All resources lie at the context root. */
@ApplicationPath("/")
public class RollcallApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        UsersResource.OfTenant.class,
        UsersResource.OfToken.class,
        GroupsResource.OfTenant.class,
        GroupsResource.OfToken.class,
        DiscoveryResource.OfTenant.class,
        DiscoveryResource.OfToken.class,
        SearchResource.OfTenant.class,
        SearchResource.OfToken.class,
        BulkResource.OfTenant.class,
        BulkResource.OfToken.class,
        MeResource.OfTenant.class,
        MeResource.OfToken.class,
        ScimTokensResource.class,
        SsoProvidersResource.class,
        SchemasResource.class,
        HealthResource.class,
        DoubledSlash.class,
        DatabaseGate.class,
        ScimAuthenticator.class,
        AdminAuthenticator.class,
        ProblemMapper.class,
        AnswerHeaders.class,
        AnswerDeadline.class,
        Gzip.class);
  }

  /** Jersey would describe every route to anybody who asks by OPTIONS. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
