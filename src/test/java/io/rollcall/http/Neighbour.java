package io.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A client of another tenant, which asks ten times a second whatever others do meanwhile. */
final class Neighbour implements AutoCloseable {

  private static final int FEWEST = 10;
  private static final int THREADS = 20;
  private static final int PERIOD_MILLISECONDS = 100;

  private final Endpoint scim;
  private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(THREADS);
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

  Neighbour(Endpoint scim) {
    this.scim = scim;
    clients.scheduleAtFixedRate(
        () -> clients.execute(this::ask), 0, PERIOD_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  private void ask() {
    answers.add(scim.find("/Users", "userName eq \"nobody\""));
  }

  /** Asserts that it was answered all the time, if now and then asked to come again. */
  void expectAnswers() throws InterruptedException {
    await().atMost(90, TimeUnit.SECONDS).until(() -> answers.size() > FEWEST);
    close();
    assertThat(clients.awaitTermination(90, TimeUnit.SECONDS)).isTrue();
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).as(answer.text()).isIn(200, 503);
              assertThat(answer.header("Retry-After").isPresent())
                  .isEqualTo(answer.status() == 503);
              assertThat(answer.duration()).isLessThan(Duration.ofSeconds(10));
            })
        .extracting(Answer::status)
        .contains(200);
  }

  @Override
  public void close() {
    clients.shutdown();
  }
}
