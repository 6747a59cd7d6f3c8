package io.rollcall.provisioning;

import io.rollcall.access.Principal.Provisioner;
import io.rollcall.directory.ResourceRef;
import io.rollcall.directory.search.Viewer;
import io.rollcall.platform.actor.Actor;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.ResourceTypes;

/**
 * An identity provider at one of the two base addresses.
 *
 * @param provisioner which one
 * @param base the base address as the outside sees it, without a slash at its end
 */
public record ScimClient(Provisioner provisioner, String base) implements Viewer {

  /** The resource types as its tenant has them. */
  public ResourceTypes types() {
    return provisioner.types();
  }

  /** The same, whose operations in this request are to be kept together. */
  public ScimClient bundled() {
    return new ScimClient(provisioner.bundled(), base);
  }

  @Override
  public String tenantId() {
    return provisioner.tenantId();
  }

  @Override
  public String providerId() {
    return provisioner.providerId();
  }

  @Override
  public String location(ResourceType type, String id) {
    return base + "/" + type.endpoint() + "/" + id;
  }

  Actor actor() {
    return provisioner.actor();
  }

  ResourceRef ref(ResourceType type, String id) {
    return new ResourceRef(tenantId(), type, id);
  }
}
