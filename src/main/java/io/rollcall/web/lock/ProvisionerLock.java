package io.rollcall.web.lock;

import io.rollcall.access.Credentials;
import io.rollcall.access.TokenWithTypes;
import io.rollcall.platform.Settings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Lets identity providers in by their SCIM token; where the path names a tenant, the token must be
 * of that one.
 */
@Provider
@OnlyForProvisioners
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class ProvisionerLock extends Lock<TokenWithTypes> {

  /** The path parameter that names the tenant at one of the two SCIM bases. */
  public static final String TENANT_ID = "tenantId";

  @Inject private Credentials credentials;
  @Inject private Authentication authentication;

  @Context private ResourceInfo resource;

  private final boolean openDiscovery = Settings.DISCOVERY_OPEN.get();

  @Override
  void enter(ContainerRequestContext request) {
    authentication.enter(tenantInPath(request));
  }

  @Override
  boolean isOpen(ContainerRequestContext request) {
    return openDiscovery
        && request.getHeaderString(HttpHeaders.AUTHORIZATION) == null
        && resource.getResourceClass().isAnnotationPresent(OpenToAll.class);
  }

  @Override
  Optional<TokenWithTypes> recognised(String token, ContainerRequestContext request) {
    var tenantId = tenantInPath(request);
    return credentials
        .token(token)
        .filter(found -> tenantId == null || tenantId.equals(tenantId(found)));
  }

  private static String tenantInPath(ContainerRequestContext request) {
    return request.getUriInfo().getPathParameters().getFirst(TENANT_ID);
  }

  @Override
  String tenantId(TokenWithTypes recognised) {
    return recognised.provisioner().tenantId();
  }

  @Override
  void admit(TokenWithTypes recognised, Authentication door) {
    door.isOf(recognised);
  }

  @Override
  String whatToDo() {
    return "The SCIM token is missing, wrong, expired, deleted, or of another tenant."
        + " Create one at /core/iam/v1/scim and send it as bearer token.";
  }
}
