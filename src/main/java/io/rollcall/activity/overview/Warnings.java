package io.rollcall.activity.overview;

import io.rollcall.access.ScimToken;
import io.rollcall.access.ScimTokens;
import io.rollcall.activity.Cause;
import io.rollcall.activity.Idp;
import io.rollcall.activity.Names;
import io.rollcall.activity.Words;
import io.rollcall.activity.overview.Warning.Kind;
import io.rollcall.directory.StoredResource;
import io.rollcall.platform.Clock;
import io.rollcall.provider.ProviderType;
import io.rollcall.provider.SsoProvider;
import io.rollcall.scim.message.Excerpt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Foresees what will go wrong. */
@ApplicationScoped
class Warnings {

  private static final Duration AHEAD = Duration.ofDays(30);

  /** Whether identifiers fit shows in so many of them. */
  private static final int SAMPLE = 50;

  /** The form of Entra ID's object ids. */
  private static final Pattern OBJECT_ID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private ScimTokens tokens;

  /** What a tenant's admin should know. */
  List<Warning> of(String tenantId, List<ProviderState> states) {
    return Stream.of(
            tokens.all(tenantId).stream().flatMap(token -> ending(token, states)),
            states.stream().flatMap(state -> silent(state).stream()),
            states.stream().flatMap(state -> identifiers(tenantId, state).stream()))
        .flatMap(warnings -> warnings)
        .toList();
  }

  /** A token that ends within thirty days. */
  private Stream<Warning> ending(ScimToken token, List<ProviderState> states) {
    var now = clock.now();
    return token.expires().stream()
        .filter(end -> end.isAfter(now) && end.isBefore(now.plus(AHEAD)))
        .flatMap(
            end ->
                states.stream()
                    .map(ProviderState::provider)
                    .filter(provider -> provider.id().equals(token.providerId()))
                    .map(
                        provider ->
                            new Warning(
                                Kind.TOKEN_EXPIRES,
                                provider.id(),
                                ending(token, provider, end),
                                end)));
  }

  private String ending(ScimToken token, SsoProvider provider, Instant end) {
    return ("The token %s of %s ends on %s, in %s. Make a new one, paste it there, and delete this"
            + " one when it isn't used any more.")
        .formatted(
            token.id(),
            provider.displayName(),
            Words.time(end),
            Words.duration(Duration.between(clock.now(), end)));
  }

  private Optional<Warning> silent(ProviderState state) {
    return state
        .contact()
        .flatMap(
            contact ->
                Silence.of(contact, clock.now())
                    .map(
                        silence ->
                            new Warning(
                                Kind.SILENT,
                                state.provider().id(),
                                silence(state.provider(), silence),
                                contact.lastContact())));
  }

  /** Silence in words. */
  String silence(SsoProvider provider, Silence silence) {
    var facts = new HashMap<String, String>();
    facts.put("provider", provider.displayName());
    facts.put("silence", Words.duration(silence.lasting()));
    silence.usual().ifPresent(usual -> facts.put("interval", Words.duration(usual)));
    return inWords(Cause.SILENT, provider, facts);
  }

  private static String inWords(Cause cause, SsoProvider provider, Map<String, String> facts) {
    return cause.sentence(facts) + " " + cause.advice(Idp.of(Optional.of(provider)), facts);
  }

  /** Single sign-on by Entra ID recognises people by their object id. */
  private Optional<Warning> identifiers(String tenantId, ProviderState state) {
    if (!state.provider().type().equals(ProviderType.AZUREAD.path()) || state.users() == 0) {
      return Optional.empty();
    }
    return externalIds(tenantId, state.provider().id()).stream()
        .filter(id -> !OBJECT_ID.matcher(id).matches())
        .findFirst()
        .map(
            id ->
                new Warning(
                    Kind.IDENTIFIERS,
                    state.provider().id(),
                    inWords(
                        Cause.IDENTIFIERS,
                        state.provider(),
                        Map.of("attribute", "externalId", "value", Excerpt.of(Names.shown(id)))),
                    clock.now()));
  }

  private List<String> externalIds(String tenantId, String providerId) {
    return entities
        .createQuery(
            "select v.value from IndexedValue v, User u where v.key.tenantId = :tenant and v.key.path"
                + " = :path and u.key.tenantId = :tenant and u.key.id = v.key.resourceId and"
                + " u.providerId = :provider",
            String.class)
        .setParameter("tenant", tenantId)
        .setParameter("path", StoredResource.EXTERNAL_ID.canonical())
        .setParameter("provider", providerId)
        .setMaxResults(SAMPLE)
        .getResultList();
  }
}
