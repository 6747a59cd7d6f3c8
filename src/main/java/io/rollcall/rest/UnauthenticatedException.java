package io.rollcall.rest;

/** Nobody was recognised (401). */
class UnauthenticatedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String challenge;

  UnauthenticatedException(String challenge, String detail) {
    super(detail, null, false, false);
    this.challenge = challenge;
  }

  /** The value of WWW-Authenticate (RFC 6750 §3). */
  String challenge() {
    return challenge;
  }
}
