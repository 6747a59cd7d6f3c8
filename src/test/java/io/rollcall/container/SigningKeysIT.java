package io.rollcall.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import io.rollcall.access.Principal.Operator;
import io.rollcall.oidc.SigningKeys;
import io.rollcall.platform.actor.RequestId;
import io.rollcall.setup.TenantSetup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keys of a tenant over the months. */
class SigningKeysIT extends Deployed {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private SigningKeys keys;
  @Inject private TenantSetup setup;

  private String tenantId;

  @BeforeEach
  void makeATenant() {
    tenantId = "keys-" + UUID.randomUUID();
    setup.create(new Operator("operator", RequestId.next(Optional.empty())), tenantId, "Keys");
  }

  @Test
  void areMadeOnceAndAreTheTenantsOwn() {
    var first = published();

    assertThat(first).hasSize(2).doesNotHaveDuplicates();
    assertThat(published()).isEqualTo(first);
    makeATenant();
    assertThat(published()).hasSize(2).doesNotContainAnyElementsOf(first);
    assertThat(keys.published("no-such-tenant").getKeys()).isEmpty();
  }

  @Test
  void areKeptSealed() {
    assertThat(keys.published(tenantId).getKeys()).noneMatch(JWK::isPrivate);

    List<?> stored =
        entities
            .createNativeQuery("select secret from signing_key where tenant_id = ?1")
            .setParameter(1, tenantId)
            .getResultList();
    assertThat(stored)
        .hasSize(2)
        .allSatisfy(secret -> assertThat(secret.toString()).matches("[A-Za-z0-9+/=]{100,}"));
  }

  @Test
  void arePublishedADayBeforeTheySignAndKeptADayAfter() {
    var begin = Instant.now();
    var first = published();

    keys.rotate(tenantId, begin.plus(Duration.ofDays(88)));
    assertThat(published()).isEqualTo(first);

    var announced = begin.plus(Duration.ofDays(89)).plusSeconds(60);
    keys.rotate(tenantId, announced);
    keys.rotate(tenantId, announced.plus(Duration.ofHours(1)));
    assertThat(published()).hasSize(4).containsAll(first);

    keys.rotate(tenantId, announced.plus(Duration.ofHours(47)));
    assertThat(published()).hasSize(4);
    keys.rotate(tenantId, announced.plus(Duration.ofHours(48)));
    assertThat(published()).hasSize(2).doesNotContainAnyElementsOf(first);
  }

  private List<String> published() {
    return keys.published(tenantId).getKeys().stream().map(JWK::getKeyID).sorted().toList();
  }
}
