package io.rollcall.platform;

/** The server can't start as it is set up; the message tells its operator what to do. */
public class CannotStartException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public CannotStartException(String message) {
    super(message);
  }
}
