package io.rollcall.web.lock;

import io.rollcall.access.Credentials;
import io.rollcall.platform.Settings;
import io.rollcall.web.http.WorkerShare;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets identity providers in by their SCIM token. It is bound to the resources, so it runs on what
 * the request matched and before any body is read; where the path names a tenant, the token must be
 * of that one.
 */
@Provider
@ScimAuthenticated
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class ScimAuthenticator implements ContainerRequestFilter {

  /** The path parameter that names the tenant at one of the two SCIM bases. */
  public static final String TENANT_ID = "tenantId";

  @Inject private Credentials credentials;
  @Inject private Authenticated authenticated;
  @Inject private WorkerShare worker;

  @Context private ResourceInfo resource;

  private final boolean openDiscovery = Settings.DISCOVERY_OPEN.get();

  @Override
  public void filter(ContainerRequestContext request) {
    var token = BearerToken.of(request);
    var tenantId = request.getUriInfo().getPathParameters().getFirst(TENANT_ID);
    authenticated.by(tenantId);
    if (request.getHeaderString(HttpHeaders.AUTHORIZATION) == null && isOpen()) {
      return;
    }
    var entrance =
        token
            .flatMap(credentials::entrance)
            .filter(found -> tenantId == null || tenantId.equals(found.caller().tenantId()))
            .orElseThrow(
                () ->
                    BearerToken.refusal(
                        token,
                        "The SCIM token is missing, wrong, expired, deleted, or of another tenant."
                            + " Create one at /core/iam/v1/scim and send it as bearer token."));
    worker.takeFor(entrance.caller().tenantId());
    authenticated.as(entrance);
  }

  private boolean isOpen() {
    return openDiscovery && resource.getResourceClass().isAnnotationPresent(OpenToAll.class);
  }
}
