package io.rollcall.rest.scim;

import io.rollcall.rest.PublicAddress;
import io.rollcall.rest.ScimAuthenticator;
import io.rollcall.tenancy.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriInfo;

/** The two base addresses of SCIM. */
final class ScimBase {

  /** The tenant is in the path, and the token must be of that tenant. */
  static final String OF_TENANT =
      "{" + ScimAuthenticator.TENANT_ID + ": " + Tenant.ID_PATTERN + "}/api/scim/v2";

  /** The tenant is the token's. */
  static final String OF_TOKEN = "core/iam/v1/scim";

  private ScimBase() {}

  /** The address by which the request came, as the outside sees it, without a slash at its end. */
  static String of(UriInfo uri, HttpServletRequest request, PublicAddress address) {
    var tenantId = uri.getPathParameters().getFirst(ScimAuthenticator.TENANT_ID);
    return address.of(request) + "/" + (tenantId == null ? OF_TOKEN : tenantId + "/api/scim/v2");
  }
}
