package io.rollcall.access;

import io.rollcall.access.Principal.Provisioner;
import io.rollcall.scim.schema.ResourceTypes;

/**
 * A SCIM token, with the resource types as they are in its tenant: every request needs both, so
 * they are read by one statement.
 */
public record TokenWithTypes(StoredToken token, ResourceTypes types) {

  /** Whom the token stands for. */
  public Provisioner provisioner() {
    return token.provisioner();
  }
}
