package io.rollcall.oidc;

import io.rollcall.tenancy.TenantContents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The tables with the applications of tenants. */
@ApplicationScoped
class OidcContents implements TenantContents {

  @Override
  public int storey() {
    return 4;
  }

  @Override
  public List<String> tables() {
    return List.of("signing_key", "access_token", "application_secret", "application");
  }
}
