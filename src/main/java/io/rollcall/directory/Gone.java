package io.rollcall.directory;

import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.message.Excerpt;

/** A user or group that the tenant hasn't got, or no more: whoever asks has kept an old id. */
public final class Gone extends Refusal.NotFound {

  private static final long serialVersionUID = 1;

  private final transient ResourceRef ref;

  public Gone(ResourceRef ref) {
    super(
        "%s %s does not exist, or no more. Let the identity provider look it up anew, or assign it again."
            .formatted(ref.type().name(), Excerpt.of(ref.id())));
    this.ref = ref;
  }

  /** What was asked for; its id is what came. */
  public ResourceRef ref() {
    return ref;
  }
}
