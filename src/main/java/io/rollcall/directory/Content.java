package io.rollcall.directory;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * What a resource is to be.
 *
 * @param document its attributes, but for those that are kept elsewhere
 * @param password what becomes of its password
 * @param dropped what was sent and isn't kept, as no schema of the tenant has it
 * @param tolerated where a rule was bent to understand what was sent, in sentences
 */
public record Content(
    JsonObject document, PasswordChange password, List<String> dropped, List<String> tolerated) {

  /** Of a change that nobody sent a resource for. */
  static Content of(JsonObject document) {
    return new Content(document, PasswordChange.NONE, List.of(), List.of());
  }
}
