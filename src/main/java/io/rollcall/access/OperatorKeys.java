package io.rollcall.access;

import io.rollcall.access.Principal.Operator;
import io.rollcall.platform.CannotStartException;
import io.rollcall.platform.Clock;
import io.rollcall.platform.Settings;
import io.rollcall.platform.actor.RequestId;
import io.rollcall.platform.crypto.Digests;
import io.rollcall.platform.work.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/**
 * The operator's key: the setting, or else the one that the first node has made, which holds on all
 * nodes, for its digest is in the database that they share.
 */
@UseCases
public class OperatorKeys {

  private static final String PREFIX = "ro_";
  private static final int SHOWN = 8;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;

  /** The text of a key that nobody has had before. */
  public static String newValue() {
    return KeyValue.random(PREFIX);
  }

  /** Whether some node has made one. */
  public boolean isMade() {
    return entities.find(OperatorKey.class, OperatorKey.ID) != null;
  }

  /**
   * Makes a key the one that holds. Of several nodes that come at once, one does.
   *
   * @return whether there was none before
   * @throws CannotStartException when the value isn't 32 to 256 visible ASCII characters
   */
  public boolean add(String value) {
    if (!KeyValue.canBe(value)) {
      throw new CannotStartException(
          "Operator's key: expected 32 to 256 visible ASCII characters without blanks. Restore the"
              + " file operator-key, or delete it to have another one made.");
    }
    if (isMade()) {
      return false;
    }
    entities.persist(new OperatorKey(value, clock.now()));
    entities.flush();
    return true;
  }

  /** The operator who holds the key; empty when it is another one. */
  Optional<Operator> find(String sent, RequestId request) {
    var digest =
        Settings.OPERATOR_KEY
            .get()
            .map(Digests::sha256)
            .or(
                () ->
                    Optional.ofNullable(entities.find(OperatorKey.class, OperatorKey.ID))
                        .map(OperatorKey::digest));
    return digest
        .filter(known -> Digests.equal(known, Digests.sha256(sent)))
        .map(known -> new Operator(KeyValue.idOf(sent).substring(0, SHOWN), request));
  }
}
