package io.rollcall.provisioning;

import io.rollcall.platform.work.DatabaseWork;
import io.rollcall.platform.work.OfTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Makes several changes one transaction: all of them happen, or none. */
@ApplicationScoped
@DatabaseWork
@Transactional
public class Together {

  /**
   * Runs the changes; they may be run again when the transaction lost a race.
   *
   * @param whose whose changes they are
   */
  public void run(OfTenant whose, Runnable changes) {
    changes.run();
  }
}
