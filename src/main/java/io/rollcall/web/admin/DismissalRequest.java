package io.rollcall.web.admin;

import io.rollcall.activity.Cause;
import io.rollcall.platform.problem.Understood;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which failures an admin has seen and needs no more.
 *
 * @param provider the scheme of an SSO provider of the tenant
 * @param cause the cause of these failures
 * @param misread what could not be understood: messages by fields
 */
record DismissalRequest(
    @NotBlank String provider, @NotNull Cause cause, @Understood Map<String, String> misread) {

  private static final String CAUSE = "cause";

  static DismissalRequest of(Fields fields) {
    var provider = fields.text("provider");
    var keyword = Optional.ofNullable(fields.text(CAUSE));
    var cause = keyword.flatMap(Cause::of);
    var misread = new HashMap<>(fields.misread());
    if (keyword.isPresent() && cause.isEmpty()) {
      misread.put(CAUSE, "must be one that GET /overview has.");
    }
    return new DismissalRequest(provider, cause.orElse(null), misread);
  }
}
