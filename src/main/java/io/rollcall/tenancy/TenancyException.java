package io.rollcall.tenancy;

/** What an admin asked for can't be done; the message says why and what to do. */
public class TenancyException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Reason reason;

  /** Why, in the terms of HTTP's statuses but without them. */
  public enum Reason {
    NOT_FOUND,
    INVALID,
    CONFLICT
  }

  TenancyException(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
