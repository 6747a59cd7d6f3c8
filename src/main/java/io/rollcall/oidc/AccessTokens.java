package io.rollcall.oidc;

import io.rollcall.access.TokenValue;
import io.rollcall.oidc.OAuthRefusal.Kind;
import io.rollcall.platform.Clock;
import io.rollcall.platform.crypto.Digests;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.work.UseCases;
import io.rollcall.tenancy.Tenant;
import io.rollcall.tenancy.TenantStatus;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The access tokens of applications: issued to them, told of, and ended. */
@UseCases
public class AccessTokens {

  private static final Duration LIFETIME = Duration.ofMinutes(15);

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;

  /** A token that was just issued, with the value that its application gets. */
  public record Issued(AccessToken token, String value) {

    @Override
    public String toString() {
      return token.applicationId();
    }
  }

  /**
   * Issues a token to an application that stands for itself (RFC 6749 §4.4).
   *
   * @param scopes what it asks for; empty for all that it may have
   * @throws OAuthRefusal when it isn't that application, or may not have that
   */
  public Issued issue(ApplicationProof proof, List<String> scopes) {
    var application = authenticated(proof);
    if (!application.may(GrantType.CLIENT_CREDENTIALS)) {
      throw new OAuthRefusal(
          Kind.UNAUTHORIZED_CLIENT,
          "The application has no grant client_credentials. Add it to its grantTypes.");
    }
    if (!application.scopes().containsAll(scopes)) {
      throw new OAuthRefusal(
          Kind.INVALID_SCOPE, "The application may have " + application.scopes() + " alone.");
    }
    var value = TokenValue.random(TokenValue.Kind.ACCESS, proof.tenantId());
    var now = clock.now();
    var token =
        new AccessToken(
            value,
            application.id(),
            scopes.isEmpty() ? application.scopes() : scopes,
            now,
            now.plus(LIFETIME));
    entities.persist(token);
    return new Issued(token, value.reveal());
  }

  /**
   * What a token is that somebody came with to an application (RFC 7662); empty when it holds no
   * more, or never did.
   *
   * @throws OAuthRefusal when whoever asks isn't that application, or has no secret
   */
  public Optional<AccessToken> introspect(ApplicationProof proof, String token) {
    // Whoever could send its client_id alone could try out tokens.
    if (authenticated(proof).isPublic()) {
      throw new OAuthRefusal(Kind.UNAUTHORIZED_CLIENT, "A public application may not ask that.");
    }
    return find(proof.tenantId(), token);
  }

  /**
   * Ends a token of the application (RFC 7009); that of another one, and what is none, stays.
   *
   * @throws OAuthRefusal when whoever asks isn't that application
   */
  public void revoke(ApplicationProof proof, String token) {
    var application = authenticated(proof);
    find(proof.tenantId(), token)
        .filter(found -> found.isOf(application))
        .ifPresent(entities::remove);
  }

  private Optional<AccessToken> find(String tenantId, String token) {
    return TokenValue.parse(TokenValue.Kind.ACCESS, token)
        .filter(value -> value.tenantId().equals(tenantId))
        .flatMap(
            value ->
                Optional.ofNullable(
                        entities.find(AccessToken.class, new TenantKey(tenantId, value.publicId())))
                    .filter(found -> found.is(value)))
        .filter(found -> !found.isExpired(clock.now()));
  }

  private Application authenticated(ApplicationProof proof) {
    return Optional.ofNullable(entities.find(Tenant.class, proof.tenantId()))
        .filter(tenant -> tenant.status() == TenantStatus.ACTIVE)
        .map(tenant -> new TenantKey(tenant.id(), proof.applicationId()))
        .flatMap(key -> Optional.ofNullable(entities.find(Application.class, key)))
        .filter(application -> application.provesBy(proof.method()))
        .filter(application -> application.isPublic() || hasSecret(application, proof))
        .orElseThrow(
            () ->
                new OAuthRefusal(
                    Kind.INVALID_CLIENT,
                    "Application and secret don't fit together here. Check client_id, secret,"
                        + " tokenEndpointAuthMethod and the tenant in the address."));
  }

  private boolean hasSecret(Application application, ApplicationProof proof) {
    var digest = Digests.sha256(proof.secret());
    return entities
        .createQuery(
            "select s from ApplicationSecret s where s.key.tenantId = :tenant"
                + " and s.applicationId = :application",
            ApplicationSecret.class)
        .setParameter("tenant", proof.tenantId())
        .setParameter("application", application.id())
        .getResultStream()
        .anyMatch(secret -> secret.has(digest));
  }

  /**
   * Removes tokens of a tenant that have ended.
   *
   * @param most so many at most
   * @return whether there may be more
   */
  boolean forgetExpired(String tenantId, int most) {
    var expired =
        entities
            .createQuery(
                "select t from AccessToken t where t.key.tenantId = :tenant and t.expires < :now",
                AccessToken.class)
            .setParameter("tenant", tenantId)
            .setParameter("now", clock.now())
            .setMaxResults(most)
            .getResultList();
    expired.forEach(entities::remove);
    return expired.size() == most;
  }
}
