package io.rollcall.rest.iam;

import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How users sign in by a provider.
 *
 * @param flags the switches by name
 * @param clientId the client's id at the provider
 * @param clientSecret the client's secret; null for a public client, or to keep the one there is
 * @param scope the scopes to ask for, joined by blanks
 * @param authority the issuer, or null
 * @param responseType the OAuth response type
 * @param claimTypes which claims mean what, by name; null where the admin didn't say
 */
record OidcProperties(
    Map<String, Boolean> flags,
    @NotBlank @Size(max = 255) String clientId,
    @Size(min = 1, max = 4096) String clientSecret,
    @NotBlank @Size(max = 1024) String scope,
    @Size(max = 2048) String authority,
    @Size(max = 64) String responseType,
    Map<String, @Size(max = 255) String> claimTypes) {

  static OidcProperties of(Fields fields, ProviderForm form) {
    var flags = new LinkedHashMap<String, Boolean>();
    form.flags().forEach((name, absent) -> flags.put(name, fields.flag(name, absent)));
    var claimTypes = new LinkedHashMap<String, String>();
    form.claimTypes().forEach(name -> claimTypes.put(name, fields.text(name)));
    return new OidcProperties(
        flags,
        fields.text("clientId"),
        fields.text("clientSecret"),
        fields.text("scope", "openid profile email"),
        fields.text("authority", form.defaultAuthority()),
        fields.text("responseType", ProviderForm.RESPONSE_TYPE),
        claimTypes);
  }

  /** The properties as they are stored and shown: without the secret. */
  JsonObject shown() {
    var shown = SharedJson.createObjectBuilder();
    flags.forEach(shown::add);
    shown.add("clientId", clientId).add("scope", scope);
    if (authority != null) {
      shown.add("authority", authority);
    }
    shown.add("responseType", responseType);
    claimTypes.forEach(
        (name, claim) -> {
          if (claim != null) {
            shown.add(name, claim);
          }
        });
    return shown.build();
  }

  @Override
  public String toString() {
    return "OidcProperties[" + clientId + "]";
  }
}
