package io.rollcall.provisioning;

import io.rollcall.directory.ChangeRefused;
import io.rollcall.directory.StoredResource;
import io.rollcall.platform.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Who may change what when several providers provision one tenant. Each changes its own, may adopt
 * what is nobody's, and reads all, so that its matching finds people who are there already.
 */
@ApplicationScoped
class Ownership {

  @Inject private Event<ChangeRefused> refusals;

  /** Refuses to change what another provider provisions. */
  public void refuseForeign(ScimClient client, StoredResource resource) {
    if (!resource.belongsTo(client.providerId()) && !resource.isNobodys()) {
      throw refused(
          client,
          resource,
          "is provisioned by another SSO provider of this tenant",
          "Leave it out of this provider's scope, or delete that one with release=true first.");
    }
  }

  /** Refuses to delete what isn't the client's own. */
  public void refuseUnowned(ScimClient client, StoredResource resource) {
    refuseForeign(client, resource);
    if (resource.isNobodys()) {
      throw refused(
          client, resource, "is provisioned by nobody yet", "Update it first to adopt it.");
    }
  }

  private Refusal refused(
      ScimClient client, StoredResource resource, String reason, String whatToDo) {
    refusals.fire(new ChangeRefused(client.actor(), resource.ref(), reason));
    return new Refusal.Forbidden(
        "%s %s %s. %s".formatted(resource.type().name(), resource.id(), reason, whatToDo));
  }
}
