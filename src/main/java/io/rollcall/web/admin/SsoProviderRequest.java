package io.rollcall.web.admin;

import io.rollcall.provider.ClaimType;
import io.rollcall.provider.OidcClient;
import io.rollcall.provider.ProviderDescription;
import io.rollcall.provider.ProviderRules;
import io.rollcall.provider.ProviderSwitch;
import io.rollcall.provider.ProviderType;
import jakarta.json.JsonObject;
import java.util.EnumMap;

/** Reads what an admin sends of an SSO provider. */
final class SsoProviderRequest {

  private SsoProviderRequest() {}

  /** The description as it was sent, right or wrong. */
  static ProviderDescription of(ProviderType type, JsonObject sent) {
    var fields = new Fields(sent).ignoring("id", "providerType");
    return new ProviderDescription(
        type,
        fields.text("scheme"),
        fields.text("displayName"),
        fields.flag("enabled", true),
        fields.text("type", "oidc"),
        client(type.rules(), fields.nested("properties")),
        fields.misread());
  }

  private static OidcClient client(ProviderRules rules, Fields fields) {
    var switches = new EnumMap<ProviderSwitch, Boolean>(ProviderSwitch.class);
    for (var name : rules.switches()) {
      switches.put(name, fields.flag(name.toString(), name.isUsuallyOn()));
    }
    var claims = new EnumMap<ClaimType, String>(ClaimType.class);
    for (var type : rules.claims()) {
      var claim = fields.text(type.toString());
      if (claim != null) {
        claims.put(type, claim);
      }
    }
    return new OidcClient(
        switches,
        fields.text("clientId"),
        fields.text("clientSecret"),
        fields.text("scope", ProviderRules.SCOPE),
        fields.text("authority", rules.defaultAuthority().orElse(null)),
        fields.text("responseType", ProviderRules.RESPONSE_TYPE),
        claims);
  }
}
