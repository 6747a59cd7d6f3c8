package io.rollcall.activity;

import io.rollcall.tenancy.TenantContents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The tables with what happened in tenants. */
@ApplicationScoped
class ActivityContents implements TenantContents {

  @Override
  public int storey() {
    return 4;
  }

  @Override
  public List<String> tables() {
    return List.of(
        "activity_name",
        "activity_members",
        "activity_joined",
        "activity",
        "activity_hour",
        "provider_contact",
        "failing",
        "named_resource");
  }
}
