package io.rollcall.platform.problem;

/**
 * Why something can't be done. The message is for whoever asked: it says what is wrong and what to
 * change, and never names a class or a statement. How it is told is each API's own affair.
 */
public abstract sealed class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private Refusal(String message) {
    super(message, null, false, false);
  }

  /** What was asked for isn't there, or isn't in the tenant, which is the same to whoever asks. */
  public static non-sealed class NotFound extends Refusal {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_ID = 80;

    public NotFound(String message) {
      super(message);
    }

    /** A resource that the tenant hasn't got. */
    public static NotFound of(String type, String id) {
      var shown = id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID) + "…";
      return new NotFound("%s %s does not exist.".formatted(type, shown));
    }
  }

  /** Whoever asks is known, and may not. */
  public static non-sealed class Forbidden extends Refusal {
    private static final long serialVersionUID = 1;

    public Forbidden(String message) {
      super(message);
    }
  }

  /** It would contradict what is there. */
  public static final class Conflict extends Refusal {
    private static final long serialVersionUID = 1;

    public Conflict(String message) {
      super(message);
    }
  }

  /** Something else was expected to be there: it has changed meanwhile. */
  public static final class Stale extends Refusal {
    private static final long serialVersionUID = 1;

    public Stale(String message) {
      super(message);
    }
  }

  /** It is more than can be kept or done at once. */
  public static final class TooLarge extends Refusal {
    private static final long serialVersionUID = 1;

    public TooLarge(String message) {
      super(message);
    }
  }

  /** What was sent didn't come, or not whole. */
  public static final class Incomplete extends Refusal {
    private static final long serialVersionUID = 1;

    public Incomplete(String message) {
      super(message);
    }
  }

  /** Nothing here does that. */
  public static final class Unsupported extends Refusal {
    private static final long serialVersionUID = 1;

    public Unsupported(String message) {
      super(message);
    }
  }

  /** It may be possible soon. */
  public static final class Busy extends Refusal {
    private static final long serialVersionUID = 1;

    public Busy(String message) {
      super(message);
    }
  }

  /** Nobody was recognised. */
  public static final class Unauthenticated extends Refusal {
    private static final long serialVersionUID = 1;
    private final boolean hasCredential;

    /**
     * Nobody was recognised.
     *
     * @param hasCredential whether a credential came at all
     */
    public Unauthenticated(boolean hasCredential, String message) {
      super(message);
      this.hasCredential = hasCredential;
    }

    /** Whether a credential came, which was none of ours. */
    public boolean hasCredential() {
      return hasCredential;
    }
  }

  /** A field of what was sent is wrong, which nobody could know before. */
  public static final class Invalid extends Refusal {
    private static final long serialVersionUID = 1;
    private final String field;

    public Invalid(String field, String message) {
      super(message);
      this.field = field;
    }

    /** The path of the field: {@code properties.clientId}. */
    public String field() {
      return field;
    }
  }
}
