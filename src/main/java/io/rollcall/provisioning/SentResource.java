package io.rollcall.provisioning;

import io.rollcall.directory.PasswordChange;
import io.rollcall.scim.message.Notes;
import io.rollcall.scim.schema.AttributePath;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * A resource as a client sent it and as it was understood: what is kept elsewhere stands beside the
 * document.
 *
 * @param document its attributes
 * @param members the members of a group
 * @param password what becomes of a user's password
 * @param untouched what was mentioned without anything that a client can write
 * @param notes how it was understood
 */
public record SentResource(
    JsonObject document,
    List<JsonObject> members,
    PasswordChange password,
    List<AttributePath> untouched,
    Notes notes) {

  /** The document, in which what wasn't touched is as it was before. */
  JsonObject over(JsonObject before) {
    var kept = document;
    for (var path : untouched) {
      kept = path.with(kept, path.get(before));
    }
    return kept;
  }
}
