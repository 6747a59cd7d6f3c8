package io.rollcall.scim.message;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * A problem that the client is told about as a SCIM error (RFC 7644 §3.12).
 *
 * <p>The message is the error's {@code detail}. An admin reads it, so it says which attribute, what
 * was expected, what came, and what to do; it never names a class or a statement.
 */
public class ScimException extends RuntimeException {

  /** The URN of error messages. */
  public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";

  private static final long serialVersionUID = 1;

  private final int status;
  private final ScimType scimType;

  /** A problem that has a keyword, with the keyword's status. */
  public ScimException(ScimType scimType, String detail) {
    super(detail, null, false, false);
    this.status = scimType.status();
    this.scimType = scimType;
  }

  /** A problem that is told by its HTTP status alone. */
  public ScimException(int status, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.scimType = null;
  }

  /** The resource doesn't exist in this tenant (404). */
  public static ScimException notFound(String resourceType, String id) {
    return new ScimException(404, "%s %s does not exist.".formatted(resourceType, id));
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The keyword; empty when the status says it all. */
  public Optional<ScimType> scimType() {
    return Optional.ofNullable(scimType);
  }

  /** The body of the answer. */
  public JsonObject toJson() {
    var error =
        SharedJson.createObjectBuilder()
            .add("schemas", SharedJson.createArrayBuilder().add(SCHEMA))
            .add("status", Integer.toString(status));
    scimType().ifPresent(type -> error.add("scimType", type.keyword()));
    return error.add("detail", getMessage()).build();
  }
}
