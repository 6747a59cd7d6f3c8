package io.rollcall.directory;

import io.rollcall.tenancy.TenantContents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The tables with the users and groups of tenants. */
@ApplicationScoped
class DirectoryContents implements TenantContents {

  @Override
  public int storey() {
    return 3;
  }

  @Override
  public List<String> tables() {
    return List.of("group_member", "indexed_value", "resource_count", "scim_resource");
  }
}
