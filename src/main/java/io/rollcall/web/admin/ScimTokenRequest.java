package io.rollcall.web.admin;

import io.rollcall.platform.problem.DisplayName;
import io.rollcall.platform.problem.Understood;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.Map;

/**
 * What an admin sends to get a SCIM token.
 *
 * @param provider the scheme of an SSO provider of the tenant
 * @param providerDisplayName a name for people, at most 255 characters
 * @param expiresAt when the token ends by itself, or null
 * @param misread what else was sent, and could not be understood: messages by fields
 */
record ScimTokenRequest(
    @NotBlank String provider,
    @DisplayName String providerDisplayName,
    @Future Instant expiresAt,
    @Understood Map<String, String> misread) {

  static ScimTokenRequest of(Fields fields) {
    return new ScimTokenRequest(
        fields.text("provider"),
        fields.text("providerDisplayName"),
        fields.time("expiresAt"),
        fields.misread());
  }
}
