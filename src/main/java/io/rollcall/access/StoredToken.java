package io.rollcall.access;

import io.rollcall.access.Principal.Provisioner;
import io.rollcall.access.Recognition.KnownToken;
import io.rollcall.access.Recognition.Reason;
import io.rollcall.access.Recognition.Recognised;
import io.rollcall.access.Recognition.Refused;
import io.rollcall.platform.crypto.Digests;
import io.rollcall.tenancy.TenantStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What there is to know of a token when somebody comes with it.
 *
 * @param provisioner whom it stands for
 * @param digest of its value
 * @param tenant whether its tenant's credentials hold
 * @param tenantSince since when that is so
 * @param lastUsed the minute of its last use; null when there was none
 * @param expires when it ends; null when it doesn't by itself
 * @param deleted when it was deleted; null when it wasn't
 */
record StoredToken(
    Provisioner provisioner,
    String digest,
    TenantStatus tenant,
    Instant tenantSince,
    Instant lastUsed,
    Instant expires,
    Instant deleted) {

  /** What to think of somebody who comes with that value now. */
  Recognition recognise(TokenValue value, Instant now) {
    if (!Digests.equal(digest, value.digest())) {
      return refused(Reason.WRONG_SECRET, null);
    }
    if (tenant == TenantStatus.DELETING) {
      return new Refused(Reason.UNKNOWN, Optional.empty());
    }
    if (deleted != null) {
      return refused(Reason.DELETED, deleted);
    }
    if (expires != null && !now.isBefore(expires)) {
      return refused(Reason.EXPIRED, expires);
    }
    return tenant == TenantStatus.SUSPENDED
        ? refused(Reason.TENANT_SUSPENDED, tenantSince)
        : new Recognised(provisioner);
  }

  /** What to tell of somebody who has named it, and no more; empty while its tenant goes. */
  Optional<KnownToken> named() {
    return tenant == TenantStatus.DELETING ? Optional.empty() : Optional.of(known(false, null));
  }

  private Refused refused(Reason reason, Instant ended) {
    return new Refused(reason, Optional.of(known(reason != Reason.WRONG_SECRET, ended)));
  }

  private KnownToken known(boolean isGenuine, Instant ended) {
    return new KnownToken(
        provisioner.tenantId(),
        provisioner.tokenId(),
        provisioner.providerId(),
        isGenuine,
        Optional.ofNullable(ended));
  }

  /** The minute to note as that of the last use; empty while it is noted already. */
  Optional<Instant> newlyUsed(Instant now) {
    var minute = now.truncatedTo(ChronoUnit.MINUTES);
    return Optional.of(minute).filter(m -> lastUsed == null || lastUsed.isBefore(m));
  }

  /** Without the digest, and without what the tenant has. */
  @Override
  public String toString() {
    return provisioner.tokenId();
  }
}
