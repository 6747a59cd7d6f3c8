package io.rollcall.access;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.access.Principal.Provisioner;
import io.rollcall.platform.Clock;
import io.rollcall.platform.crypto.Digests;
import io.rollcall.platform.work.DatabaseWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Recognises who comes to a door. An empty answer never says what was wrong. */
@ApplicationScoped
public class Credentials {

  private static final String NOBODYS_DIGEST = Digests.sha256("");

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private TokenReader reader;
  @Inject private ScimTokens tokens;

  /**
   * The identity provider that the token stands for, if it is one that holds. A token that nobody
   * has is compared all the same, so that the time doesn't tell whether it exists.
   *
   * @param request the request that it came with
   */
  public Optional<Provisioner> provisioner(String sent, RequestId request) {
    var value = TokenValue.parse(sent);
    if (value.isEmpty()) {
      Digests.equal(NOBODYS_DIGEST, Digests.sha256(sent));
      return Optional.empty();
    }
    var now = clock.now();
    var token = reader.find(value.get(), request);
    if (token.isEmpty()) {
      Digests.equal(NOBODYS_DIGEST, value.get().digest());
    }
    var valid =
        token.filter(found -> found.matches(value.get())).filter(found -> !found.isExpired(now));
    valid.ifPresent(
        used ->
            used.newlyUsed(now).ifPresent(minute -> tokens.noteUse(used.provisioner(), minute)));
    return valid.map(StoredToken::provisioner);
  }

  /**
   * The admin who holds the key.
   *
   * @param request the request that it came with
   */
  @DatabaseWork
  @Transactional
  public Optional<Administrator> administrator(String sent, RequestId request) {
    return entities
        .createQuery("select k from AdminKey k where k.key.id = :id", AdminKey.class)
        .setParameter("id", AdminKey.idOf(sent))
        .getResultStream()
        .findFirst()
        .filter(key -> key.matches(sent))
        .map(key -> key.administrator(request));
  }
}
