package io.rollcall.web.scim;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.Writer;

/** The body of an answer, which writes itself. */
interface ScimBody {

  /** A body that is there as a whole. */
  static ScimBody of(JsonObject json) {
    return out -> out.write(json.toString());
  }

  /** Writes one JSON value. */
  void writeTo(Writer out) throws IOException;

  /** Whether a part of it is read only while it is written, since it may be too big to be held. */
  default boolean isStreamed() {
    return false;
  }
}
