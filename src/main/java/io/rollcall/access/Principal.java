package io.rollcall.access;

import io.rollcall.platform.work.OfTenant;
import io.rollcall.scim.schema.ResourceTypes;
import java.util.Optional;

/** Who came to a door with a request, and was recognised. */
public sealed interface Principal extends OfTenant {

  /** As it is written down. */
  Actor actor();

  /**
   * An identity provider, which came with a SCIM token.
   *
   * @param tenantId the tenant that the token is of
   * @param providerId the SSO provider that the token was made for
   * @param tokenId which token it was
   * @param types the resource types as they are in the tenant
   * @param request the request that it came with
   */
  record Provisioner(
      String tenantId, String providerId, String tokenId, ResourceTypes types, RequestId request)
      implements Principal {

    /** The same, whose operations in this request are to be kept together. */
    public Provisioner bundled() {
      return new Provisioner(tenantId, providerId, tokenId, types, request.bundled());
    }

    @Override
    public Actor actor() {
      return new Actor(Actor.Kind.SCIM_TOKEN, tokenId, Optional.of(providerId), request);
    }
  }

  /**
   * Whoever administers a tenant, and came with an admin key.
   *
   * @param tenantId the tenant that the key steers
   * @param keyId which key it was
   * @param request the request that it came with
   */
  record Administrator(String tenantId, String keyId, RequestId request) implements Principal {

    private static final int SHOWN = 8;

    @Override
    public Actor actor() {
      return new Actor(
          Actor.Kind.ADMIN_KEY,
          keyId.substring(0, Math.min(SHOWN, keyId.length())),
          Optional.empty(),
          request);
    }
  }
}
