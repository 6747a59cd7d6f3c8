package io.rollcall.tenancy;

import io.rollcall.platform.work.UseCases;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tells which tenants there are, outside any transaction. */
@UseCases
public class TenantIds {

  @Inject private Tenants tenants;

  /** The ids of all tenants, the oldest first. */
  public List<String> all() {
    return tenants.ids();
  }

  /** When each tenant was made, by its id. */
  public Map<String, Instant> createdById() {
    return tenants.createdById();
  }
}
