package io.rollcall.web.problem;

/** Nobody was recognised (401). */
public class UnauthenticatedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String challenge;

  public UnauthenticatedException(String challenge, String detail) {
    super(detail, null, false, false);
    this.challenge = challenge;
  }

  /** The value of WWW-Authenticate (RFC 6750 §3). */
  String challenge() {
    return challenge;
  }
}
