package io.rollcall.setup;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.directory.SchemaValues;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.platform.work.UseCases;
import io.rollcall.tenancy.TenantSchemas;
import jakarta.inject.Inject;

/** Removes extension schemas, and with them what users and groups have of them. */
@UseCases
public class SchemaRemoval {

  @Inject private TenantSchemas schemas;
  @Inject private SchemaValues values;

  /**
   * Removes a schema.
   *
   * @param force whether its values are deleted with it
   * @throws Refusal when it doesn't exist, or has values that may not be deleted
   */
  public void remove(Administrator admin, String schemaId, boolean force) {
    schemas.lock(admin.tenantId(), schemaId);
    if (force) {
      values.remove(admin, schemaId);
    }
    schemas.delete(admin.actor(), admin.tenantId(), schemaId);
  }
}
