package io.rollcall.provisioning;

import io.rollcall.directory.StoredResource;
import io.rollcall.platform.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who may change what when several providers provision one tenant. Each changes its own, may adopt
 * what is nobody's, and reads all, so that its matching finds people who are there already.
 */
@ApplicationScoped
class Ownership {

  /** Refuses to change what another provider provisions. */
  public void refuseForeign(ScimClient client, StoredResource resource) {
    if (!resource.belongsTo(client.providerId()) && !resource.isNobodys()) {
      throw refused(
          resource,
          "is provisioned by another SSO provider of this tenant",
          "Leave it out of this provider's scope, or delete that one with release=true first.");
    }
  }

  /** Refuses to delete what isn't the client's own. */
  public void refuseUnowned(ScimClient client, StoredResource resource) {
    refuseForeign(client, resource);
    if (resource.isNobodys()) {
      throw refused(resource, "is provisioned by nobody yet", "Update it first to adopt it.");
    }
  }

  private static Refusal refused(StoredResource resource, String reason, String whatToDo) {
    return new Refusal.Forbidden(
        "%s %s %s. %s".formatted(resource.type().name(), resource.id(), reason, whatToDo));
  }
}
