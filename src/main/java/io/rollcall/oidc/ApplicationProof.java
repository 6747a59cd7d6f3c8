package io.rollcall.oidc;

import io.rollcall.platform.work.OfTenant;

/**
 * With what an application says that it is itself (RFC 6749 §2.3).
 *
 * @param tenantId the tenant that it came to, of which nobody knows whether there is one
 * @param method how it says so
 * @param applicationId which application it says it is
 * @param secret its secret; empty when the method is {@link AuthenticationMethod#NONE}
 */
public record ApplicationProof(
    String tenantId, AuthenticationMethod method, String applicationId, String secret)
    implements OfTenant {

  /** Without the secret. */
  @Override
  public String toString() {
    return tenantId + "/" + applicationId;
  }
}
