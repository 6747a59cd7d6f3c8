package io.rollcall.access;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.access.Principal.Operator;
import io.rollcall.access.Recognition.KnownToken;
import io.rollcall.access.Recognition.Reason;
import io.rollcall.access.Recognition.Recognised;
import io.rollcall.access.Recognition.Refused;
import io.rollcall.platform.Clock;
import io.rollcall.platform.actor.RequestId;
import io.rollcall.platform.crypto.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Recognises who comes to a door. */
@ApplicationScoped
public class Credentials {

  private static final String NOBODYS_DIGEST = Digests.sha256("");

  @Inject private Clock clock;
  @Inject private TokenReader reader;
  @Inject private ScimTokens tokens;
  @Inject private AdminKeyReader adminKeys;
  @Inject private OperatorKeys operatorKeys;

  /**
   * The identity provider that the token stands for, if it is one that holds. A token that nobody
   * has is compared all the same, so that the time doesn't tell whether it exists.
   *
   * @param request the request that it came with
   */
  public Recognition provisioner(String sent, RequestId request) {
    var value = TokenValue.parse(TokenValue.Kind.SCIM, sent);
    if (value.isEmpty()) {
      Digests.equal(NOBODYS_DIGEST, Digests.sha256(sent));
      return new Refused(Reason.NOT_OURS, named(sent, request));
    }
    var token = reader.find(value.get().named(), request);
    if (token.isEmpty()) {
      Digests.equal(NOBODYS_DIGEST, value.get().digest());
      return new Refused(Reason.UNKNOWN, Optional.empty());
    }
    var now = clock.now();
    var recognition = token.get().recognise(value.get(), now);
    if (recognition instanceof Recognised recognised) {
      token
          .get()
          .newlyUsed(now)
          .ifPresent(minute -> tokens.noteUse(recognised.provisioner(), minute));
    }
    return recognition;
  }

  /** Which token it was to be that came, as far as its ids are whole. */
  private Optional<KnownToken> named(String sent, RequestId request) {
    return TokenValue.Named.in(TokenValue.Kind.SCIM, sent)
        .flatMap(named -> reader.find(named, request))
        .flatMap(StoredToken::named);
  }

  /**
   * The admin who holds the key. An empty answer never says what was wrong.
   *
   * @param request the request that it came with
   */
  public Optional<Administrator> administrator(String sent, RequestId request) {
    return adminKeys.find(sent, request);
  }

  /**
   * The operator, who holds the one key that there is.
   *
   * @param request the request that it came with
   */
  public Optional<Operator> operator(String sent, RequestId request) {
    return operatorKeys.find(sent, request);
  }
}
