package io.rollcall.directory;

/** What becomes of a user's password. It stands beside the document, never in it. */
public sealed interface PasswordChange {

  /** It stays as it is. */
  PasswordChange NONE = new Kept();

  /** There is none any more. */
  PasswordChange REMOVAL = new Removed();

  /** It stays as it is. */
  record Kept() implements PasswordChange {}

  /** There is none any more. */
  record Removed() implements PasswordChange {}

  /**
   * There is another one.
   *
   * @param hash its hash
   */
  record Replaced(String hash) implements PasswordChange {

    /** Without the hash. */
    @Override
    public String toString() {
      return "Replaced[]";
    }
  }
}
