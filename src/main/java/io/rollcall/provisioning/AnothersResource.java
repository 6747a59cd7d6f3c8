package io.rollcall.provisioning;

import io.rollcall.directory.ResourceRef;
import io.rollcall.platform.problem.Refusal;

/** A user or group that another provider of the same tenant provisions. */
public final class AnothersResource extends Refusal.Forbidden {

  private static final long serialVersionUID = 1;

  private final String owner;

  public AnothersResource(ResourceRef ref, String owner) {
    super(
        "%s %s is provisioned by %s, another SSO provider of this tenant. Nothing was changed."
                .formatted(ref.type().name(), ref.id(), owner)
            + " Assign it in one of the two only.");
    this.owner = owner;
  }

  /** The display name of the provider that has it. */
  public String owner() {
    return owner;
  }
}
