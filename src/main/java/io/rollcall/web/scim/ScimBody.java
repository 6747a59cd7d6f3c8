package io.rollcall.web.scim;

import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;

/** The body of an answer, which writes itself. */
interface ScimBody {

  /** A body that is there as a whole. */
  static ScimBody of(JsonObject json) {
    return generator -> generator.write(json);
  }

  /** Writes one JSON value. */
  void writeTo(JsonGenerator json);

  /** Whether a part of it is read only while it is written, since it may be too big to be held. */
  default boolean isStreamed() {
    return false;
  }
}
