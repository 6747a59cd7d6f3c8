package io.rollcall.tenancy;

import io.rollcall.platform.work.UseCases;
import jakarta.inject.Inject;
import java.util.List;

/** Tells which tenants there are, outside any transaction. */
@UseCases
public class TenantIds {

  @Inject private Tenants tenants;

  /** The ids of all tenants, the oldest first. */
  public List<String> all() {
    return tenants.ids();
  }
}
