package io.rollcall.provider;

import io.rollcall.platform.problem.DisplayName;
import io.rollcall.platform.problem.Understood;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.Optional;

/**
 * What an admin says of an SSO provider.
 *
 * @param providerType its type
 * @param scheme its name in the tenant, 1 to 64 of a-z A-Z 0-9 - _ and dot
 * @param displayName its name for people, at most 255 characters
 * @param enabled whether users may sign in by it
 * @param type the protocol
 * @param properties how they sign in
 * @param misread what else was sent, and could not be understood: messages by fields
 */
@ValidProvider
public record ProviderDescription(
    ProviderType providerType,
    @NotNull
        @Pattern(regexp = "[a-zA-Z0-9._-]{1,64}", message = "must be 1 to 64 of a-z A-Z 0-9 - _ .")
        String scheme,
    @DisplayName String displayName,
    boolean enabled,
    @Pattern(regexp = "oidc", message = "must be oidc") String type,
    @Valid OidcClient properties,
    @Understood Map<String, String> misread) {

  /** The client secret; empty for a public client, or when the one there is stays. */
  Optional<String> secret() {
    return Optional.ofNullable(properties.clientSecret());
  }
}
