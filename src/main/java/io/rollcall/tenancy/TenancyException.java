package io.rollcall.tenancy;

import java.util.Optional;

/** What an admin asked for can't be done; the message says why and what to do. */
public class TenancyException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Reason reason;
  private final String field;

  /** Why, in the terms of HTTP's statuses but without them. */
  public enum Reason {
    NOT_FOUND,
    INVALID,
    CONFLICT
  }

  public TenancyException(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
    this.field = null;
  }

  private TenancyException(String field, String message) {
    super(message, null, false, false);
    this.reason = Reason.INVALID;
    this.field = field;
  }

  /** A field of the request has a value that can't be. */
  public static TenancyException invalid(String field, String message) {
    return new TenancyException(field, message);
  }

  public Reason reason() {
    return reason;
  }

  /** The field that is wrong; empty unless {@link Reason#INVALID}. */
  public Optional<String> field() {
    return Optional.ofNullable(field);
  }
}
