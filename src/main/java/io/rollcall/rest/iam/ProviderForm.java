package io.rollcall.rest.iam;

import io.rollcall.tenancy.ProviderType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the properties of a provider's type are.
 *
 * @param flags the switches with their defaults
 * @param claimTypes the names of the claims that can be chosen
 * @param defaultAuthority the authority when the admin names none, or null
 * @param authority what the authority may be
 * @param authorityRequired whether there must be one
 */
record ProviderForm(
    Map<String, Boolean> flags,
    List<String> claimTypes,
    String defaultAuthority,
    Authority authority,
    boolean authorityRequired) {

  /** The claim that says who somebody is. */
  static final String SUBJECT_CLAIM = "subjectClaimType";

  /** The others would let the browser bring tokens that the server didn't fetch itself. */
  static final String RESPONSE_TYPE = "code";

  private static final List<String> CLAIM_TYPES =
      List.of("nameClaimType", "emailClaimType", "phoneNumberClaimType", SUBJECT_CLAIM);

  static ProviderForm of(ProviderType type) {
    return switch (type) {
      case AZUREAD ->
          new ProviderForm(flags(false), List.of(), null, MicrosoftAuthority::problem, true);
      case CUSTOM -> new ProviderForm(flags(true), CLAIM_TYPES, null, AnyAuthority::problem, true);
      case GOOGLE ->
          new ProviderForm(
              flags(false),
              CLAIM_TYPES,
              "https://accounts.google.com",
              AnyAuthority::problem,
              true);
      case SIGNICAT ->
          new ProviderForm(flags(false), List.of(), null, AnyAuthority::problem, false);
    };
  }

  private static Map<String, Boolean> flags(boolean custom) {
    var flags = new LinkedHashMap<String, Boolean>();
    flags.put("loginEnabled", true);
    flags.put("visible", true);
    flags.put("delegationEnabled", false);
    flags.put("autoProvisioningEnabled", false);
    flags.put("usePkce", true);
    if (custom) {
      flags.put("verifyEnabled", false);
      flags.put("getClaimsFromUserInfoEndpoint", false);
    }
    return flags;
  }
}
