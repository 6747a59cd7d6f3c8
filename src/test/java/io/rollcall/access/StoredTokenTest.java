package io.rollcall.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.access.Principal.Provisioner;
import io.rollcall.access.Recognition.KnownToken;
import io.rollcall.access.Recognition.Reason;
import io.rollcall.access.Recognition.Recognised;
import io.rollcall.access.Recognition.Refused;
import io.rollcall.platform.actor.RequestId;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.tenancy.TenantStatus;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredTokenTest {

  private static final Instant NOW = Instant.parse("2030-01-31T12:00:00Z");
  private static final Instant BEFORE = NOW.minusSeconds(60);
  private static final Instant SINCE = NOW.minusSeconds(3_600);
  private static final TokenValue VALUE = TokenValue.random(TokenValue.Kind.SCIM, "acme");

  @Test
  void isRecognisedWhileItHolds() {
    assertThat(stored(TenantStatus.ACTIVE, NOW.plusMillis(1), null).recognise(VALUE, NOW))
        .isInstanceOf(Recognised.class);
    assertThat(stored(TenantStatus.ACTIVE, null, null).recognise(VALUE, NOW))
        .isInstanceOf(Recognised.class);
  }

  @Test
  void tellsThatItHasExpiredAndWhen() {
    expectRefused(stored(TenantStatus.ACTIVE, BEFORE, null), Reason.EXPIRED, BEFORE);
    expectRefused(stored(TenantStatus.ACTIVE, NOW, null), Reason.EXPIRED, NOW);
  }

  @Test
  void tellsThatItWasDeletedAndWhen() {
    expectRefused(stored(TenantStatus.ACTIVE, null, BEFORE), Reason.DELETED, BEFORE);
    expectRefused(stored(TenantStatus.SUSPENDED, NOW, BEFORE), Reason.DELETED, BEFORE);
  }

  @Test
  void tellsThatItsTenantIsSuspendedAndSinceWhen() {
    expectRefused(stored(TenantStatus.SUSPENDED, null, null), Reason.TENANT_SUSPENDED, SINCE);
  }

  @Test
  void isLikeNoneWhileItsTenantIsDeleted() {
    assertThat(stored(TenantStatus.DELETING, null, null).recognise(VALUE, NOW))
        .isEqualTo(new Refused(Reason.UNKNOWN, Optional.empty()));
  }

  /**
   * Whoever knows the public id alone learns nothing of the token, and isn't taken for its holder.
   */
  @Test
  void tellsAWrongSecretWhateverElseIsWrong() {
    for (var status : TenantStatus.values()) {
      var refused =
          (Refused)
              stored(status, BEFORE, BEFORE)
                  .recognise(TokenValue.random(TokenValue.Kind.SCIM, "acme"), NOW);

      assertThat(refused.reason()).isEqualTo(Reason.WRONG_SECRET);
      assertThat(refused.token().orElseThrow().isGenuine()).isFalse();
      assertThat(refused.token().orElseThrow().ended()).isEmpty();
    }
  }

  private static void expectRefused(StoredToken token, Reason reason, Instant ended) {
    assertThat(token.recognise(VALUE, NOW))
        .isEqualTo(
            new Refused(
                reason,
                Optional.of(
                    new KnownToken(
                        "acme", VALUE.publicId(), "provider", true, Optional.ofNullable(ended)))));
  }

  private static StoredToken stored(TenantStatus tenant, Instant expires, Instant deleted) {
    return new StoredToken(
        new Provisioner(
            "acme",
            "provider",
            VALUE.publicId(),
            ResourceTypes.STANDARD,
            RequestId.next(Optional.empty())),
        VALUE.digest(),
        tenant,
        SINCE,
        null,
        expires,
        deleted);
  }
}
