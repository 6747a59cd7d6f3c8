package io.rollcall.directory;

import io.rollcall.scim.message.Notes;
import jakarta.json.JsonObject;

/**
 * What a resource is to be.
 *
 * @param document its attributes, but for those that are kept elsewhere
 * @param password what becomes of its password
 * @param notes how what was sent was understood
 */
public record Content(JsonObject document, PasswordChange password, Notes notes) {

  /** Of a change that nobody sent a resource for. */
  static Content of(JsonObject document) {
    return new Content(document, PasswordChange.NONE, Notes.NONE);
  }
}
