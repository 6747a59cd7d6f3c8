package io.rollcall.tenancy;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** An event: whoever has values of the schema adds the paths of the attributes that have some. */
public final class SchemaUse {

  private final String tenantId;
  private final String schemaId;
  private final Set<String> paths = new TreeSet<>();

  SchemaUse(String tenantId, String schemaId) {
    this.tenantId = tenantId;
    this.schemaId = schemaId;
  }

  public String tenantId() {
    return tenantId;
  }

  public String schemaId() {
    return schemaId;
  }

  /** Adds paths. */
  public void add(Collection<String> usedPaths) {
    paths.addAll(usedPaths);
  }

  Set<String> paths() {
    return paths;
  }
}
