package io.rollcall.scim.message;

import java.util.Optional;

/**
 * A problem that the client is told about as a SCIM error (RFC 7644 §3.12).
 *
 * <p>The message is the error's {@code detail}. An admin reads it, so it says which attribute, what
 * was expected, what came, and what to do; it never names a class or a statement.
 */
public class ScimException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private static final int TOO_LARGE = 413;

  private final int status;
  private final ScimType scimType;

  /** By what name an admin finds what is wrong; null when it isn't about an attribute. */
  private final String attribute;

  /**
   * A problem that has a keyword, with the keyword's status.
   *
   * @param detail what an admin reads, without secrets
   */
  public ScimException(ScimType scimType, String detail) {
    this(scimType, null, detail);
  }

  /**
   * A problem with an attribute.
   *
   * @param attribute its name, as far as anybody knows it; null when it isn't about one
   * @param detail what an admin reads, without secrets
   */
  public ScimException(ScimType scimType, String attribute, String detail) {
    super(detail, null, false, false);
    this.status = scimType.status();
    this.scimType = scimType;
    this.attribute = attribute;
  }

  private ScimException(int status, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.scimType = null;
    this.attribute = null;
  }

  /**
   * A problem with an attribute, whose name the detail begins with.
   *
   * @param problem what was expected, what came, what to do
   */
  public static ScimException at(Object attribute, ScimType scimType, String problem) {
    return new ScimException(scimType, attribute.toString(), attribute + ": " + problem);
  }

  /** The message is more than is read at once (413), for which there is no keyword. */
  public static ScimException tooLarge(String detail) {
    return new ScimException(TOO_LARGE, detail);
  }

  /** The HTTP status: 400, 403, 409 or 413. */
  public int status() {
    return status;
  }

  /** The keyword; empty when the status says it all. */
  public Optional<ScimType> scimType() {
    return Optional.ofNullable(scimType);
  }

  /** The attribute that it is about: {@code name.givenName}; empty when it is about none. */
  public Optional<String> attribute() {
    return Optional.ofNullable(attribute);
  }
}
