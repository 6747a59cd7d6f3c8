package io.rollcall.access;

import io.rollcall.access.Principal.Provisioner;
import java.time.Instant;
import java.util.Optional;

/** What there is to say of a SCIM token that somebody came with. The wire tells none of it. */
public sealed interface Recognition {

  /** It holds. */
  record Recognised(Provisioner provisioner) implements Recognition {}

  /**
   * It doesn't.
   *
   * @param reason why not
   * @param token which token it was; empty when it is none that there ever was, or that is known
   */
  record Refused(Reason reason, Optional<KnownToken> token) implements Recognition {}

  /**
   * A token that there is, or was not long ago.
   *
   * @param isGenuine whether the secret was right, so that whoever came with it has once got it
   *     from the tenant; else only its public id is known to have been sent
   * @param ended since when it doesn't hold; empty when it does, or that isn't known
   */
  record KnownToken(
      String tenantId,
      String tokenId,
      String providerId,
      boolean isGenuine,
      Optional<Instant> ended) {}

  /** Why somebody isn't let in. */
  enum Reason {
    /** Nothing came, or nothing that we understand as a token. */
    MISSING,

    /** What came doesn't have the form of a SCIM token, or was mistyped, or cut off. */
    NOT_OURS,

    /** There is no such token, or no more. */
    UNKNOWN,

    /** There is a token with that public id, and its secret is another one. */
    WRONG_SECRET,

    /** The token ended by itself. */
    EXPIRED,

    /** An admin has deleted the token. */
    DELETED,

    /** The operator has suspended the tenant. */
    TENANT_SUSPENDED,

    /** At this tenant's address somebody came with a token of another tenant. */
    OF_ANOTHER_TENANT,

    /** With this tenant's token somebody came to the address of another tenant. */
    AT_ANOTHER_TENANT
  }
}
