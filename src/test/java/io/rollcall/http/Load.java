package io.rollcall.http;

import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Clients that send requests without a pause, and remember what they were told. */
final class Load implements AutoCloseable {

  private final ExecutorService clients;
  private final Supplier<Answer> request;
  private final CountDownLatch working;
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private volatile boolean ends;

  /** Begins to create users, and returns when each client had an answer. */
  Load(Endpoint scim, int count) throws InterruptedException {
    this(
        () -> scim.post("/Users", "{\"userName\": \"%s\"}".formatted(Rollcall.unique("load"))),
        count);
  }

  /** Begins, and returns when each client had an answer. */
  Load(Supplier<Answer> request, int count) throws InterruptedException {
    this.request = request;
    this.working = new CountDownLatch(count);
    this.clients = Executors.newFixedThreadPool(count);
    for (var i = 0; i < count; i++) {
      clients.execute(this::work);
    }
    working.await();
  }

  private void work() {
    for (var i = 0; !ends; i++) {
      try {
        answers.add(request.get());
      } catch (UncheckedIOException serverIsGone) {
        ends = true;
      }
      if (i == 0) {
        working.countDown();
      }
    }
  }

  /** How many answers there were so far. */
  int answered() {
    return answers.size();
  }

  /** Ends the clients, and returns what they were told in this time. */
  Queue<Answer> end() throws InterruptedException {
    close();
    if (!clients.awaitTermination(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("A client waits for ever");
    }
    return answers;
  }

  @Override
  public void close() {
    ends = true;
    clients.shutdown();
  }
}
