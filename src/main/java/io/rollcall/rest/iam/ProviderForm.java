package io.rollcall.rest.iam;

import io.rollcall.tenancy.ProviderType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the properties of a provider's type are.
 *
 * @param flags the switches with their defaults
 * @param claimTypes the names of the claims that can be chosen
 * @param defaultAuthority the authority when the admin names none, or null
 * @param authority what the authority must look like
 * @param authorityForm the same in words
 * @param authorityRequired whether there must be one
 * @param responseTypes the response types to choose from
 */
record ProviderForm(
    Map<String, Boolean> flags,
    List<String> claimTypes,
    String defaultAuthority,
    Pattern authority,
    String authorityForm,
    boolean authorityRequired,
    Set<String> responseTypes) {

  private static final Pattern HTTPS = Pattern.compile("https://[^\\s/?#]+[^\\s?#]*");
  private static final String HTTPS_FORM = "an https address without query";
  private static final Pattern MICROSOFT =
      Pattern.compile(
          "https://login\\.microsoftonline\\.com/(?!(?:common|organizations|consumers)/)"
              + "[A-Za-z0-9.-]+/v2\\.0/?");
  private static final List<String> CLAIM_TYPES =
      List.of("nameClaimType", "emailClaimType", "phoneNumberClaimType", "subjectClaimType");
  private static final Set<String> CODE = Set.of("code");

  static ProviderForm of(ProviderType type) {
    return switch (type) {
      case AZUREAD ->
          new ProviderForm(
              flags(false),
              List.of(),
              null,
              MICROSOFT,
              "https://login.microsoftonline.com/{TenantId}/v2.0 with one tenant's id, not common,"
                  + " organizations or consumers",
              true,
              CODE);
      case CUSTOM ->
          new ProviderForm(
              flags(true),
              CLAIM_TYPES,
              null,
              HTTPS,
              HTTPS_FORM,
              true,
              Set.of("code", "id_token", "code id_token"));
      case GOOGLE ->
          new ProviderForm(
              flags(false),
              CLAIM_TYPES,
              "https://accounts.google.com",
              HTTPS,
              HTTPS_FORM,
              true,
              CODE);
      case SIGNICAT ->
          new ProviderForm(flags(false), List.of(), null, HTTPS, HTTPS_FORM, false, CODE);
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
