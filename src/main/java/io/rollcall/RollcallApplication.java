package io.rollcall;

import io.rollcall.web.admin.ActivityResource;
import io.rollcall.web.admin.AdminKeyReader;
import io.rollcall.web.admin.AdminKeysResource;
import io.rollcall.web.admin.ApplicationReader;
import io.rollcall.web.admin.ApplicationsResource;
import io.rollcall.web.admin.DismissalReader;
import io.rollcall.web.admin.OverviewResource;
import io.rollcall.web.admin.SchemaReader;
import io.rollcall.web.admin.SchemasResource;
import io.rollcall.web.admin.ScimTokenReader;
import io.rollcall.web.admin.ScimTokensResource;
import io.rollcall.web.admin.SsoProviderReader;
import io.rollcall.web.admin.SsoProvidersResource;
import io.rollcall.web.admin.SubjectGroupsResource;
import io.rollcall.web.admin.SubjectUsersResource;
import io.rollcall.web.admin.TenantReader;
import io.rollcall.web.admin.TenantsResource;
import io.rollcall.web.admin.TransferReader;
import io.rollcall.web.admin.UserReader;
import io.rollcall.web.admin.WhyResource;
import io.rollcall.web.http.AnswerDeadline;
import io.rollcall.web.http.AnswerHeaders;
import io.rollcall.web.http.DatabaseGate;
import io.rollcall.web.http.DoubledSlash;
import io.rollcall.web.http.FormReader;
import io.rollcall.web.http.Gzip;
import io.rollcall.web.http.HealthResource;
import io.rollcall.web.lock.AdministratorLock;
import io.rollcall.web.lock.OperatorLock;
import io.rollcall.web.lock.ProvisionerLock;
import io.rollcall.web.oidc.KeysResource;
import io.rollcall.web.oidc.OAuthResource;
import io.rollcall.web.oidc.ServerMetadataResource;
import io.rollcall.web.operations.MetricsResource;
import io.rollcall.web.operations.OpenApiResource;
import io.rollcall.web.operations.RouteFilter;
import io.rollcall.web.problem.ProblemMapper;
import io.rollcall.web.problem.ViolationMapper;
import io.rollcall.web.scim.BulkReader;
import io.rollcall.web.scim.BulkResource;
import io.rollcall.web.scim.DiscoveryResource;
import io.rollcall.web.scim.DoorFilter;
import io.rollcall.web.scim.GroupsResource;
import io.rollcall.web.scim.MeResource;
import io.rollcall.web.scim.PatchReader;
import io.rollcall.web.scim.RefusalFilter;
import io.rollcall.web.scim.ResourceBodyReader;
import io.rollcall.web.scim.SearchReader;
import io.rollcall.web.scim.SearchResource;
import io.rollcall.web.scim.UsersResource;
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
        ActivityResource.class,
        OverviewResource.class,
        WhyResource.class,
        SubjectUsersResource.class,
        SubjectGroupsResource.class,
        TenantsResource.class,
        AdminKeysResource.class,
        ApplicationsResource.class,
        OAuthResource.class,
        KeysResource.class,
        ServerMetadataResource.OfIssuer.class,
        ServerMetadataResource.OfServer.class,
        HealthResource.class,
        OpenApiResource.class,
        MetricsResource.class,
        ResourceBodyReader.class,
        PatchReader.class,
        SearchReader.class,
        BulkReader.class,
        ScimTokenReader.class,
        SsoProviderReader.class,
        SchemaReader.class,
        UserReader.class,
        DismissalReader.class,
        TransferReader.class,
        TenantReader.class,
        AdminKeyReader.class,
        FormReader.class,
        ApplicationReader.class,
        DoubledSlash.class,
        DatabaseGate.class,
        RouteFilter.class,
        ProvisionerLock.class,
        AdministratorLock.class,
        OperatorLock.class,
        ProblemMapper.class,
        ViolationMapper.class,
        RefusalFilter.class,
        DoorFilter.class,
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
