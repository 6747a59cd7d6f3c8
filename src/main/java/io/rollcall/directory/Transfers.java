package io.rollcall.directory;

import io.rollcall.directory.ResourceChange.Kind;
import io.rollcall.platform.Clock;
import io.rollcall.platform.actor.Actor;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.provider.SsoProvider;
import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Passes users and groups from one provider to another, or to nobody. Neither their version nor
 * their time of modification changes by that alone.
 */
@ApplicationScoped
public class Transfers {

  @Inject private Clock clock;
  @Inject private ValueIndex index;
  @Inject private Uniqueness uniqueness;
  @Inject private ResourceCounts counts;
  @Inject private Event<ResourceChange> changes;

  /**
   * Takes resources from the provider that has them; what is nobody's already stays so.
   *
   * @param resources of one tenant and of one provider
   */
  public void release(Actor actor, List<StoredResource> resources) {
    var owned = resources.stream().filter(resource -> !resource.isNobodys()).toList();
    resources.stream()
        .filter(StoredResource::isNobodys)
        .forEach(resource -> pass(actor, resource, SsoProvider.NOBODY, Kind.UNCHANGED));
    for (var type : List.of(ResourceType.USER, ResourceType.GROUP)) {
      var ofType = owned.stream().filter(resource -> type.is(resource.type())).toList();
      if (!ofType.isEmpty()) {
        var formerId = ofType.get(0).providerId();
        ofType.forEach(resource -> pass(actor, resource, SsoProvider.NOBODY, Kind.RELEASED));
        counts.move(ofType.get(0), formerId, ofType.size());
      }
    }
  }

  /**
   * Gives a locked resource to a provider, unless that has it. It loses its externalId, which is
   * the former provider's name for it.
   *
   * @throws Refusal.Conflict when the provider has another one with what only one may have
   */
  public void transfer(Actor actor, StoredResource resource, String providerId) {
    var formerId = resource.providerId();
    if (resource.belongsTo(providerId)) {
      pass(actor, resource, providerId, Kind.UNCHANGED);
      return;
    }
    pass(actor, resource, providerId, Kind.TRANSFERRED);
    counts.move(resource, formerId, 1);
  }

  private void pass(Actor actor, StoredResource resource, String providerId, Kind kind) {
    var formerId = resource.providerId();
    var before = resource.document();
    resource.belongTo(providerId);
    if (kind == Kind.TRANSFERRED) {
      // Before anything is written, or the unique key would refuse it without a word.
      refuseTaken(resource);
      forgetExternalId(actor, resource);
    }
    changes.fire(ResourceChange.ofOwner(actor, clock.now(), resource, formerId, kind, before));
  }

  private void refuseTaken(StoredResource resource) {
    uniqueness
        .holder(resource)
        .ifPresent(
            holder -> {
              throw new Refusal.Conflict(
                  "%s: %s is taken there by %s %s. Rename or delete one of them first."
                      .formatted(
                          StoredResource.uniqueAttribute(resource.type()),
                          StoredResource.uniqueAttribute(resource.type())
                              .get(resource.document())
                              .map(Excerpt::of)
                              .orElse(""),
                          resource.type().name(),
                          holder.id()));
            });
  }

  private void forgetExternalId(Actor actor, StoredResource resource) {
    var before = resource.document();
    var after = StoredResource.EXTERNAL_ID.with(before, Optional.empty());
    if (!after.equals(before)) {
      resource.accept(after, new Writing(Author.of(actor), clock.now()));
      index.update(resource, before, after, resource.type());
    }
  }
}
