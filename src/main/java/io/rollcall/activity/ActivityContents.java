package io.rollcall.activity;

import io.rollcall.tenancy.TenantContents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The tables with the log of tenants. */
@ApplicationScoped
class ActivityContents implements TenantContents {

  @Override
  public int storey() {
    return 4;
  }

  @Override
  public List<String> tables() {
    return List.of("activity");
  }
}
