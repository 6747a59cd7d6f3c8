package io.rollcall.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What this room keeps of tenants, besides the tenants themselves. */
@ApplicationScoped
class TenancyContents implements TenantContents {

  @Override
  public int storey() {
    return 0;
  }

  @Override
  public List<String> tables() {
    return List.of("tenant_schema");
  }
}
