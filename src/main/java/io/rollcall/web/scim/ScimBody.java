package io.rollcall.web.scim;

import io.rollcall.web.problem.MediaTypes;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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

  /** The answer that has it, in the type that the client takes. */
  default Response.ResponseBuilder ok(HttpHeaders headers) {
    return Response.ok(
        isStreamed() ? SpooledBody.of(this) : text(), MediaTypes.ofScimAnswer(headers));
  }

  private String text() {
    var text = new StringWriter();
    try {
      writeTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
