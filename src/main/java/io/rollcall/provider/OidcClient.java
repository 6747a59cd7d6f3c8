package io.rollcall.provider;

import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How users sign in by a provider: what this server is to it as an OpenID Connect client.
 *
 * @param switches what is on and what is off, for each switch that the provider's type has
 * @param clientId the client's id at the provider
 * @param clientSecret the client's secret; null for a public client, to keep the one there is, and
 *     in whatever is read from the database
 * @param scope the scopes to ask for, joined by blanks
 * @param authority the issuer, or null
 * @param responseType the OAuth response type
 * @param claims which claims mean what; those that the admin chose
 */
public record OidcClient(
    Map<ProviderSwitch, Boolean> switches,
    @NotBlank @Size(max = 255) String clientId,
    @Size(min = 1, max = 4096) String clientSecret,
    @NotBlank @Size(max = 1024) String scope,
    @Size(max = 2048) String authority,
    @Size(max = 64) String responseType,
    Map<ClaimType, @Size(max = 255) String> claims) {

  /** The claim that the admin chose; empty where he left it to the provider's type. */
  public Optional<String> claim(ClaimType type) {
    return Optional.ofNullable(claims.get(type));
  }

  /** As it is stored and shown: without the secret. */
  public JsonObject toJson() {
    var json = SharedJson.createObjectBuilder();
    switches.forEach((name, isOn) -> json.add(name.toString(), isOn));
    json.add("clientId", clientId).add("scope", scope);
    if (authority != null) {
      json.add("authority", authority);
    }
    json.add("responseType", responseType);
    claims.forEach((type, claim) -> json.add(type.toString(), claim));
    return json.build();
  }

  /** Reads what {@link #toJson} made. */
  static OidcClient of(JsonObject json) {
    var switches = new LinkedHashMap<ProviderSwitch, Boolean>();
    for (var name : ProviderSwitch.values()) {
      if (json.containsKey(name.toString())) {
        switches.put(name, json.get(name.toString()).equals(JsonValue.TRUE));
      }
    }
    var claims = new LinkedHashMap<ClaimType, String>();
    for (var type : ClaimType.values()) {
      text(json, type.toString()).ifPresent(claim -> claims.put(type, claim));
    }
    return new OidcClient(
        switches,
        json.getString("clientId"),
        null,
        json.getString("scope"),
        text(json, "authority").orElse(null),
        json.getString("responseType"),
        claims);
  }

  private static Optional<String> text(JsonObject json, String name) {
    return Optional.ofNullable(json.get(name)).map(value -> ((JsonString) value).getString());
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "OidcClient[" + clientId + "]";
  }
}
