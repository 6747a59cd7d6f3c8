package io.rollcall.directory;

import io.rollcall.platform.persistence.DatabaseWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Makes several changes one transaction: all of them happen, or none. */
@ApplicationScoped
@DatabaseWork
@Transactional
public class Together {

  /** Runs the changes; they may be run again when the transaction lost a race. */
  public void run(Runnable changes) {
    changes.run();
  }
}
