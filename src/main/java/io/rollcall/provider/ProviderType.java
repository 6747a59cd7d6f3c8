package io.rollcall.provider;

import static io.rollcall.provider.ProviderSwitch.GET_CLAIMS_FROM_USER_INFO;
import static io.rollcall.provider.ProviderSwitch.VERIFY_ENABLED;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of SSO providers, by the names that their paths have. */
public enum ProviderType {
  AZUREAD(usual(), Set.of(), null, MicrosoftAuthority::problem, true),
  CUSTOM(EnumSet.allOf(ProviderSwitch.class), all(), null, AnyAuthority::problem, true),
  GOOGLE(usual(), all(), "https://accounts.google.com", AnyAuthority::problem, true),
  SIGNICAT(usual(), Set.of(), null, AnyAuthority::problem, false);

  private final ProviderRules rules;

  ProviderType(
      Set<ProviderSwitch> switches,
      Set<ClaimType> claims,
      String defaultAuthority,
      Authority authority,
      boolean authorityRequired) {
    this.rules =
        new ProviderRules(
            Collections.unmodifiableSet(switches),
            Collections.unmodifiableSet(claims),
            Optional.ofNullable(defaultAuthority),
            authority,
            authorityRequired);
  }

  private static Set<ProviderSwitch> usual() {
    return EnumSet.complementOf(EnumSet.of(VERIFY_ENABLED, GET_CLAIMS_FROM_USER_INFO));
  }

  private static Set<ClaimType> all() {
    return EnumSet.allOf(ClaimType.class);
  }

  /** The type of that name. */
  public static Optional<ProviderType> of(String path) {
    return Arrays.stream(values()).filter(type -> type.path().equals(path)).findFirst();
  }

  /** The name in paths. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What its providers have, and what they may be told. */
  public ProviderRules rules() {
    return rules;
  }
}
