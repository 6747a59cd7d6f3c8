package io.rollcall.container;

import io.rollcall.directory.ResourceChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sees all changes that the directory tells of. */
@ApplicationScoped
class SeenChanges {

  private final Queue<ResourceChange> seen = new ConcurrentLinkedQueue<>();

  void see(@Observes ResourceChange change) {
    seen.add(change);
  }

  /** Those of one resource, the oldest first. */
  List<ResourceChange> of(String resourceId) {
    return seen.stream().filter(change -> change.resource().id().equals(resourceId)).toList();
  }
}
