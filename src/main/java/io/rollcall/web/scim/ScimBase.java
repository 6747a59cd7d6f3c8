package io.rollcall.web.scim;

import io.rollcall.directory.search.Locations;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.tenancy.Tenant;
import io.rollcall.web.http.PublicAddress;
import io.rollcall.web.lock.Authenticated;
import io.rollcall.web.lock.ScimAuthenticator;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** The base address of SCIM that the request came by. */
@RequestScoped
class ScimBase implements Locations {

  /** The tenant is in the path, and the token must be of that tenant. */
  static final String OF_TENANT =
      "{" + ScimAuthenticator.TENANT_ID + ": " + Tenant.ID_PATTERN + "}/api/scim/v2";

  /** The tenant is the token's. */
  static final String OF_TOKEN = "core/iam/v1/scim";

  @Inject private Authenticated authenticated;
  @Inject private PublicAddress publicAddress;
  @Inject private HttpServletRequest request;

  private String address;

  /** The address as the outside sees it, without a slash at its end. */
  String address() {
    if (address == null) {
      var path = authenticated.tenantInPath().map(id -> id + "/api/scim/v2").orElse(OF_TOKEN);
      address = publicAddress.of(request) + "/" + path;
    }
    return address;
  }

  @Override
  public String location(ResourceType type, String id) {
    return address() + "/" + type.endpoint() + "/" + id;
  }
}
