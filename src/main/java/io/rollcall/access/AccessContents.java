package io.rollcall.access;

import io.rollcall.tenancy.TenantContents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The tables with the credentials of tenants. */
@ApplicationScoped
class AccessContents implements TenantContents {

  @Override
  public int storey() {
    return 2;
  }

  @Override
  public List<String> tables() {
    return List.of("scim_token", "admin_key");
  }
}
