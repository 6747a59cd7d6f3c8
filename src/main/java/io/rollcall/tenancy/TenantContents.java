package io.rollcall.tenancy;

import java.util.List;

/** Whoever keeps something of tenants in tables, which goes when a tenant is deleted. */
public interface TenantContents {

  /**
   * How high in the house it is: what is higher goes first, so that nothing refers to what is gone.
   */
  int storey();

  /**
   * The tables, all of which have a {@code tenant_id}; what refers to another one comes before it.
   */
  List<String> tables();
}
