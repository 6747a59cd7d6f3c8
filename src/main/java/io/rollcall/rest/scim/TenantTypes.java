package io.rollcall.rest.scim;

import io.rollcall.rest.Authenticated;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.tenancy.TenantSchemas;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The resource types of the caller's tenant, read once for a request. */
@RequestScoped
class TenantTypes {

  @Inject private Authenticated authenticated;
  @Inject private TenantSchemas schemas;

  private ResourceTypes types;

  ResourceTypes get() {
    if (types == null) {
      types =
          authenticated
              .knownCaller()
              .map(caller -> schemas.types(caller.tenantId()))
              .orElse(ResourceTypes.STANDARD);
    }
    return types;
  }
}
