package io.rollcall.web.lock;

import io.rollcall.access.Credentials;
import io.rollcall.access.Principal.Provisioner;
import io.rollcall.access.Recognition.Reason;
import io.rollcall.access.Recognition.Recognised;
import io.rollcall.access.Recognition.Refused;
import io.rollcall.platform.Settings;
import io.rollcall.web.http.RequestIds;
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
public class ProvisionerLock extends Lock {

  /** The path parameter that names the tenant at one of the two SCIM bases. */
  public static final String TENANT_ID = "tenantId";

  @Inject private Credentials credentials;
  @Inject private Doorkeeper doorkeeper;

  @Context private ResourceInfo resource;

  private final boolean openDiscovery = Settings.DISCOVERY_OPEN.get();

  @Override
  boolean isOpen(ContainerRequestContext request) {
    return openDiscovery
        && request.getHeaderString(HttpHeaders.AUTHORIZATION) == null
        && resource.getResourceClass().isAnnotationPresent(OpenToAll.class);
  }

  @Override
  Optional<Provisioner> recognised(Optional<String> token, ContainerRequestContext request) {
    var tenantInPath =
        Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst(TENANT_ID));
    var recognition =
        token
            .map(sent -> credentials.provisioner(sent, RequestIds.of(request)))
            .orElse(new Refused(Reason.MISSING, Optional.empty()));
    if (recognition instanceof Recognised recognised
        && tenantInPath.filter(id -> !id.equals(recognised.provisioner().tenantId())).isEmpty()) {
      return Optional.of(recognised.provisioner());
    }
    doorkeeper.turnAway(recognition, tenantInPath, request);
    return Optional.empty();
  }

  @Override
  String whatToDo() {
    return "The SCIM token is missing, wrong, expired, deleted, or of another tenant, or its tenant is"
        + " suspended."
        + " Create one at /core/iam/v1/scim and send it as bearer token.";
  }
}
