package io.rollcall.web.admin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;

/** Answers of the IAM API. */
final class JsonAnswer {

  private JsonAnswer() {}

  static Response ok(JsonObjectBuilder body) {
    return of(Response.Status.OK, body);
  }

  static Response of(Response.Status status, JsonObjectBuilder body) {
    return Response.status(status).entity(body.build().toString()).type(APPLICATION_JSON).build();
  }

  /** Adds a time, or null when there is none. */
  static void addTime(JsonObjectBuilder object, String name, Optional<Instant> time) {
    addText(object, name, time.map(Instant::toString));
  }

  /** Adds a text, or null when there is none. */
  static void addText(JsonObjectBuilder object, String name, Optional<String> text) {
    text.ifPresentOrElse(present -> object.add(name, present), () -> object.addNull(name));
  }
}
