package io.rollcall.web.admin;

import io.rollcall.access.AdminKeyDescription;
import io.rollcall.access.AdminRole;
import io.rollcall.platform.problem.DisplayName;
import io.rollcall.platform.problem.Understood;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Map;

/**
 * What an admin sends to get an admin key.
 *
 * @param name a name for people, at most 255 characters
 * @param role what the key may do
 * @param expiresAt when it ends by itself, or null
 * @param misread what else was sent, and could not be understood: messages by fields
 */
record AdminKeyRequest(
    @DisplayName String name,
    @NotNull @Pattern(regexp = "read|admin", message = "must be read or admin") String role,
    @Future Instant expiresAt,
    @Understood Map<String, String> misread) {

  static AdminKeyRequest of(Fields fields) {
    return new AdminKeyRequest(
        fields.text("name"), fields.text("role"), fields.time("expiresAt"), fields.misread());
  }

  AdminKeyDescription description() {
    return new AdminKeyDescription(name, AdminRole.named(role), expiresAt);
  }
}
