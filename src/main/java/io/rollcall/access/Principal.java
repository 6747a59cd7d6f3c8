package io.rollcall.access;

import io.rollcall.platform.actor.Actor;
import io.rollcall.platform.actor.RequestId;
import io.rollcall.platform.work.OfTenant;
import io.rollcall.scim.schema.ResourceTypes;
import java.util.Optional;

/** Who came to a door with a request, and was recognised. */
public sealed interface Principal {

  /** As it is written down. */
  Actor actor();

  /** Who belongs to one tenant. */
  sealed interface InTenant extends Principal, OfTenant {}

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
      implements InTenant {

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
   * @param role what the key may do
   * @param request the request that it came with
   */
  record Administrator(String tenantId, String keyId, AdminRole role, RequestId request)
      implements InTenant {

    @Override
    public Actor actor() {
      return new Actor(Actor.Kind.ADMIN_KEY, keyId, Optional.empty(), request);
    }
  }

  /**
   * Whoever runs the server, and came with the operator's key. It makes tenants and belongs to
   * none.
   *
   * @param keyId which key it was
   * @param request the request that it came with
   */
  record Operator(String keyId, RequestId request) implements Principal {

    @Override
    public Actor actor() {
      return new Actor(Actor.Kind.OPERATOR, keyId, Optional.empty(), request);
    }
  }
}
