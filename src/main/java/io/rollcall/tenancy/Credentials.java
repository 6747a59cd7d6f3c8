package io.rollcall.tenancy;

import io.rollcall.platform.Clock;
import io.rollcall.platform.persistence.DatabaseWork;
import io.rollcall.platform.persistence.TenantKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** Recognises who comes to a door. An empty answer never says what was wrong. */
@ApplicationScoped
@DatabaseWork
@Transactional
public class Credentials {

  private static final String NOBODYS_DIGEST = Digests.sha256("");

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private TenantSchemas schemas;

  /**
   * The identity provider that holds the token. A token that nobody has is compared all the same,
   * so that the time doesn't tell whether it exists.
   */
  public Optional<Entrance> entrance(String sent) {
    var value = TokenValue.parse(sent);
    if (value.isEmpty()) {
      Digests.equal(NOBODYS_DIGEST, Digests.sha256(sent));
      return Optional.empty();
    }
    var now = clock.now();
    var token = token(value.get());
    if (token.isEmpty()) {
      Digests.equal(NOBODYS_DIGEST, value.get().digest());
    }
    return token
        .filter(found -> found.matches(value.get()))
        .filter(found -> !found.isExpired(now))
        .map(found -> used(found, now))
        .map(caller -> new Entrance(caller, schemas.types(caller.tenantId())));
  }

  /** The admin who holds the key. */
  public Optional<Admin> admin(String sent) {
    return entities
        .createQuery("select k from AdminKey k where k.key.id = :id", AdminKey.class)
        .setParameter("id", AdminKey.idOf(sent))
        .getResultStream()
        .findFirst()
        .filter(key -> key.matches(sent))
        .map(AdminKey::admin);
  }

  private Optional<ScimToken> token(TokenValue value) {
    var key = new TenantKey(value.tenantId(), value.publicId());
    return Optional.ofNullable(entities.find(ScimToken.class, key));
  }

  /**
   * Writes at most once a minute; a statement rather than the entity, so that nodes don't collide.
   */
  private Caller used(ScimToken token, Instant now) {
    token
        .newlyUsed(now)
        .ifPresent(
            minute ->
                entities
                    .createQuery(
                        "update ScimToken t set t.lastUsed = :minute where t.key.tenantId = :tenant"
                            + " and t.key.id = :id and (t.lastUsed is null or t.lastUsed < :minute)")
                    .setParameter("minute", minute)
                    .setParameter("tenant", token.caller().tenantId())
                    .setParameter("id", token.id())
                    .executeUpdate());
    return token.caller();
  }
}
