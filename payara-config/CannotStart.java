/** The server can't start as it is set up; the message tells its operator what to do. */
final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1;

  CannotStart(String message, Object... arguments) {
    super(message.formatted(arguments), null, false, false);
  }
}
