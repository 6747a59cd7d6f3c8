package io.rollcall.subjects;

import io.rollcall.directory.search.Viewer;
import io.rollcall.provider.SsoProvider;
import io.rollcall.scim.schema.ResourceType;

/** An admin sees all of a tenant, and goes by paths without a base. */
record AdminViewer(String tenantId) implements Viewer {

  @Override
  public String providerId() {
    return SsoProvider.NOBODY;
  }

  @Override
  public boolean seesAllNames() {
    return true;
  }

  @Override
  public String location(ResourceType type, String id) {
    return type.endpoint() + "/" + id;
  }
}
