package io.rollcall.oidc;

/** An application doesn't get what it asked for at the token endpoint (RFC 6749 §5.2). */
public final class OAuthRefusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Kind kind;

  OAuthRefusal(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** What is wrong. */
  public enum Kind {
    /** It isn't the application that it says it is, or no more; the same whatever was wrong. */
    INVALID_CLIENT,

    /** It may not have tokens of that kind. */
    UNAUTHORIZED_CLIENT,

    /** It may not have that scope. */
    INVALID_SCOPE
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }
}
