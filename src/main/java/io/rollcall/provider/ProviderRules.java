package io.rollcall.provider;

import java.util.Optional;
import java.util.Set;

/**
 * What the providers of one type have, and what they may be told.
 *
 * @param switches what can be switched
 * @param claims which claims can be chosen
 * @param defaultAuthority the authority when the admin names none
 * @param authority what the authority may be
 * @param authorityRequired whether there must be one
 */
public record ProviderRules(
    Set<ProviderSwitch> switches,
    Set<ClaimType> claims,
    Optional<String> defaultAuthority,
    Authority authority,
    boolean authorityRequired) {

  /** The others would let the browser bring tokens that the server didn't fetch itself. */
  public static final String RESPONSE_TYPE = "code";

  /** The scopes when the admin names none. */
  public static final String SCOPE = "openid profile email";

  /** Why an authority can't be, in words that follow its name; empty when it can. */
  Optional<String> authorityProblem(String wanted) {
    return wanted == null && !authorityRequired
        ? Optional.empty()
        : authority.problem(wanted == null ? "" : wanted);
  }
}
