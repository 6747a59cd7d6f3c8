package io.rollcall.web.admin;

import io.rollcall.platform.problem.Understood;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;

/**
 * To whom an admin gives a user or group.
 *
 * @param provider the scheme of an SSO provider of the tenant
 * @param misread what else was sent, and could not be understood: messages by fields
 */
record TransferRequest(@NotBlank String provider, @Understood Map<String, String> misread) {

  static TransferRequest of(Fields fields) {
    return new TransferRequest(fields.text("provider"), fields.misread());
  }
}
