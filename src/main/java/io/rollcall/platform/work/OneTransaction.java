package io.rollcall.platform.work;

/** Makes several use cases one transaction: all of them happen, or none. */
@UseCases
public class OneTransaction {

  /**
   * Runs the use cases; they may be run again when the transaction lost a race.
   *
   * @param whose whose work it is
   */
  public void run(OfTenant whose, Runnable useCases) {
    useCases.run();
  }
}
