package io.rollcall.web.problem;

import io.rollcall.scim.message.SharedJson;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.TreeMap;

/** Fields of an admin's request are wrong (400); all are told at once. */
public class InvalidFieldsException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Map<String, String> messagesByField;

  /** Tells these messages, by the path of the field: {@code properties.clientId}. */
  public InvalidFieldsException(Map<String, String> messagesByField) {
    super("Fields are wrong: " + messagesByField.keySet(), null, false, false);
    this.messagesByField = new TreeMap<>(messagesByField);
  }

  Response toResponse() {
    var errors = SharedJson.createArrayBuilder();
    messagesByField.forEach(
        (field, message) ->
            errors.add(
                SharedJson.createObjectBuilder().add("field", field).add("message", message)));
    return ProblemDetails.response(
            400, "Fields are missing or wrong; errors names each.", errors.build())
        .build();
  }
}
