package io.rollcall.web.scim;

import io.rollcall.tenancy.Tenant;
import io.rollcall.web.lock.ProvisionerLock;
import java.util.Optional;

/**
 * The two base addresses of SCIM. Each resource has a class for either: JAX-RS chooses the class by
 * the literal characters of its path, and one regular expression for both bases would lose to what
 * is for admins.
 */
final class ScimBase {

  /** The tenant is in the path, and the token must be of that tenant. */
  static final String OF_TENANT =
      "{" + ProvisionerLock.TENANT_ID + ": " + Tenant.ID_PATTERN + "}/api/scim/v2";

  /** The tenant is the token's. */
  static final String OF_TOKEN = "core/iam/v1/scim";

  private ScimBase() {}

  /** The path of the base that names this tenant, or of the one that names none. */
  static String path(Optional<String> tenantId) {
    return tenantId.map(id -> id + "/api/scim/v2").orElse(OF_TOKEN);
  }
}
