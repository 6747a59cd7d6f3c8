package io.rollcall.tenancy;

import java.util.Set;

/** Whoever keeps values of extension schemas, and is asked before one of these changes. */
public interface SchemaDependents {

  /** The paths of the schema's attributes that have values. */
  Set<String> usedPaths(String tenantId, String schemaId);
}
