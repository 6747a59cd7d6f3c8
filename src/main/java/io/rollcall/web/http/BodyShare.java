package io.rollcall.web.http;

import io.rollcall.scim.message.BodyMemory;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The memory that the body of the request takes until its answer is written. */
@RequestScoped
class BodyShare implements BodyMemory {

  @Inject private Memory memory;

  private long taken;

  @Override
  public void take(long bytes) {
    memory.take(bytes, taken);
    taken += bytes;
  }

  @PreDestroy
  void giveBack() {
    memory.giveBack(taken);
  }
}
