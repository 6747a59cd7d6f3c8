package io.rollcall.access;

import io.rollcall.access.Principal.Provisioner;
import io.rollcall.platform.crypto.Digests;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What there is to know of a token when somebody comes with it.
 *
 * @param provisioner whom it stands for
 * @param digest of its value
 * @param lastUsed the minute of its last use; null when there was none
 * @param expires when it ends; null when it doesn't by itself
 */
record StoredToken(Provisioner provisioner, String digest, Instant lastUsed, Instant expires) {

  boolean matches(TokenValue value) {
    return Digests.equal(digest, value.digest());
  }

  boolean isExpired(Instant now) {
    return expires != null && !now.isBefore(expires);
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
