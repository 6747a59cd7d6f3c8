package io.rollcall.web.scim;

import io.rollcall.access.Principal.Provisioner;
import io.rollcall.provisioning.ScimClient;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.web.http.Limits;
import io.rollcall.web.http.PublicAddress;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.lock.ProvisionerLock;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** What all addresses of SCIM have in common. */
public abstract class ScimResource {

  @Inject private Authentication authentication;
  @Inject private PublicAddress publicAddress;
  @Inject private Limits limits;

  @Context private HttpHeaders headers;
  @Context private UriInfo uri;
  @Context private HttpServletRequest request;

  /** Who asks, and where. */
  ScimClient client() {
    return new ScimClient(authentication.as(Provisioner.class), base());
  }

  /** The base address as the outside sees it, without a slash at its end. */
  String base() {
    return publicAddress.of(request) + "/" + ScimBase.path(tenantInPath());
  }

  private Optional<String> tenantInPath() {
    return Optional.ofNullable(uri.getPathParameters().getFirst(ProvisionerLock.TENANT_ID));
  }

  Limits limits() {
    return limits;
  }

  /** The parameters of the URL. */
  MultivaluedMap<String, String> query() {
    return uri.getQueryParameters();
  }

  HttpHeaders headers() {
    return headers;
  }

  /**
   * The resource types of the client's tenant; the standard ones where nobody has said who he is.
   */
  ResourceTypes types() {
    return authentication
        .ifAny(Provisioner.class)
        .map(Provisioner::types)
        .orElse(ResourceTypes.STANDARD);
  }

  Response.ResponseBuilder ok(ScimBody body) {
    return body.ok(headers);
  }
}
