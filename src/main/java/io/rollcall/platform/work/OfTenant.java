package io.rollcall.platform.work;

/** What belongs to one tenant. Work that gets such a thing is counted as this tenant's work. */
public interface OfTenant {

  /** The tenant's id. */
  String tenantId();
}
