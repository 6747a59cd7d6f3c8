package io.rollcall.rest.iam;

import io.rollcall.tenancy.ProviderDescription;
import io.rollcall.tenancy.ProviderType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * What an admin sends of an SSO provider.
 *
 * @param providerType the type, which the path says
 * @param scheme its name in the tenant
 * @param displayName its name for people, at most 255 characters
 * @param enabled whether users may sign in by it
 * @param type the protocol
 * @param properties how they sign in
 */
@ValidProvider
record SsoProviderRequest(
    ProviderType providerType,
    @NotNull
        @Pattern(regexp = "[a-zA-Z0-9._-]{1,64}", message = "must be 1 to 64 of a-z A-Z 0-9 - _ .")
        String scheme,
    @NotBlank @Size(max = 255) String displayName,
    boolean enabled,
    @Pattern(regexp = "oidc", message = "must be oidc") String type,
    @Valid OidcProperties properties) {

  static SsoProviderRequest of(ProviderType type, Fields fields) {
    return new SsoProviderRequest(
        type,
        fields.text("scheme"),
        fields.text("displayName"),
        fields.flag("enabled", true),
        fields.text("type", "oidc"),
        OidcProperties.of(fields.nested("properties"), ProviderForm.of(type)));
  }

  ProviderDescription description() {
    return new ProviderDescription(
        scheme, displayName, enabled, properties.authority(), properties.shown().toString());
  }

  Optional<String> secret() {
    return Optional.ofNullable(properties.clientSecret());
  }
}
