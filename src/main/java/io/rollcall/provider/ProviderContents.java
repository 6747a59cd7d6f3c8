package io.rollcall.provider;

import io.rollcall.tenancy.TenantContents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The tables with what tenants have of providers. */
@ApplicationScoped
class ProviderContents implements TenantContents {

  @Override
  public int storey() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of("sso_provider");
  }
}
