package io.rollcall.web.admin;

import io.rollcall.access.AdminKeys;
import io.rollcall.access.ScimTokens;
import io.rollcall.activity.ActivityQuery;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.provider.SsoProvider;
import io.rollcall.provider.SsoProviders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * By whom an admin may ask for entries: by the providers, tokens and keys that there are, and by
 * those that are gone as long as entries name them. One that is misspelt would find nothing,
 * without a word.
 */
@ApplicationScoped
class KnownActors {

  @Inject private SsoProviders providers;
  @Inject private ScimTokens tokens;
  @Inject private AdminKeys keys;
  @Inject private ActivityQuery activity;

  /**
   * The id of a provider.
   *
   * @param asked its scheme, or its id
   * @throws Refusal.Invalid when nobody knows it
   */
  String providerId(String tenantId, String asked) {
    var all = providers.all(tenantId);
    return all.stream()
        .filter(provider -> provider.scheme().equals(asked) || provider.id().equals(asked))
        .map(SsoProvider::id)
        .findFirst()
        .or(() -> Optional.of(asked).filter(id -> activity.knowsProvider(tenantId, id)))
        .orElseThrow(() -> unknown(all));
  }

  private static Refusal unknown(List<SsoProvider> all) {
    var schemes = all.stream().map(SsoProvider::scheme).collect(Collectors.joining(", "));
    return new Refusal.Invalid(
        "provider",
        "must be the scheme of a provider%s, or the id of one that is gone and that entries name"
            .formatted(schemes.isEmpty() ? "" : " (" + schemes + ")"));
  }

  /**
   * The public id of a token or key.
   *
   * @throws Refusal.Invalid when nobody knows it
   */
  String token(String tenantId, String asked) {
    if (!tokens.knows(tenantId, asked)
        && !keys.knows(tenantId, asked)
        && !activity.knowsToken(tenantId, asked)) {
      throw new Refusal.Invalid(
          "token",
          "must be the public id of a token or key of this tenant, or of one that is gone and that"
              + " entries name");
    }
    return asked;
  }
}
