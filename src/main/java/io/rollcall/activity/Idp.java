package io.rollcall.activity;

import io.rollcall.provider.ProviderType;
import io.rollcall.provider.SsoProvider;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whose menus an advice names. */
public enum Idp {
  ENTRA,
  OKTA,
  /** One of which nothing is known: general words do. */
  OTHER,
  /** Nobody knows which one it is: the two that it is most often are named. */
  UNKNOWN;

  private static final List<String> OKTAS =
      List.of(".okta.com", ".oktapreview.com", ".okta-emea.com");

  /**
   * What a provider is, by its type and authority.
   *
   * @param provider empty when nobody knows which one it is
   */
  public static Idp of(Optional<SsoProvider> provider) {
    return provider
        .map(known -> of(known.type(), Optional.ofNullable(known.client().authority())))
        .orElse(UNKNOWN);
  }

  static Idp of(String type, Optional<String> authority) {
    if (type.equals(ProviderType.AZUREAD.path())) {
      return ENTRA;
    }
    return type.equals(ProviderType.CUSTOM.path()) && authority.filter(Idp::isOktas).isPresent()
        ? OKTA
        : OTHER;
  }

  private static boolean isOktas(String authority) {
    var host = URI.create(authority).getHost();
    return host != null && OKTAS.stream().anyMatch(host.toLowerCase(Locale.ROOT)::endsWith);
  }
}
