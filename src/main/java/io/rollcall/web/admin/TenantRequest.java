package io.rollcall.web.admin;

import io.rollcall.platform.problem.DisplayName;
import io.rollcall.platform.problem.Understood;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator sends of a tenant.
 *
 * @param id its id, which may not change
 * @param displayName a name for people, at most 255 characters
 * @param misread what else was sent, and could not be understood: messages by fields
 */
record TenantRequest(
    @NotBlank String id, @DisplayName String displayName, @Understood Map<String, String> misread) {

  /**
   * Reads the fields.
   *
   * @param known the id that the path has, in which case the body may be what an answer was; empty
   *     when it is a new tenant
   */
  static TenantRequest of(Fields fields, Optional<String> known) {
    var id = known.orElseGet(() -> fields.text("id"));
    if (known.isPresent()) {
      fields.ignoring("id", "status", "createdAt");
    }
    return new TenantRequest(id, fields.text("displayName"), fields.misread());
  }
}
