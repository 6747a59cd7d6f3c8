package io.rollcall.platform.database;

/** The database has too much to do for one more piece of work. */
public class DatabaseBusyException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public DatabaseBusyException(String message) {
    super(message);
  }
}
