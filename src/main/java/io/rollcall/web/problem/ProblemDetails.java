package io.rollcall.web.problem;

import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;

/** Errors for admins (RFC 9457). */
final class ProblemDetails {

  private ProblemDetails() {}

  static Response.ResponseBuilder response(int status, String detail) {
    return response(status, detail, JsonValue.EMPTY_JSON_ARRAY);
  }

  static Response.ResponseBuilder response(int status, String detail, JsonArray errors) {
    var reason = Response.Status.fromStatusCode(status);
    var body =
        SharedJson.createObjectBuilder()
            .add("type", "about:blank")
            .add("title", reason == null ? "Error" : reason.getReasonPhrase())
            .add("status", status)
            .add("detail", detail);
    if (status == 400) {
      body.add("errors", errors);
    }
    return Response.status(status).type(MediaTypes.PROBLEM_JSON).entity(body.build().toString());
  }
}
