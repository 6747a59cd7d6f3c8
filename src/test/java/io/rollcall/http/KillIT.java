package io.rollcall.http;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.Consistency;
import io.rollcall.Databases;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Load;
import io.rollcall.http.fixture.Rollcall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed under load, again and again, and with it the embedded database. */
@Tag("payara")
class KillIT {

  private static final int TIMES = Integer.getInteger("rollcall.test.kills", 3);
  private static final int CLIENTS = 8;

  /** So many answers there are at least before the kill; it comes at another moment each time. */
  private static final int[] ANSWERS = {1, 40, 150};

  @TempDir private Path folder;

  @Test
  void whatWasAcknowledgedIsThereAfterEachKill() throws Exception {
    var data = folder.resolve("data");
    var rollcall = Rollcall.start(data, Map.of());
    var provider = rollcall.newProvider();
    var acknowledged = new HashSet<String>();
    for (var time = 0; time < TIMES; time++) {
      var base = rollcall.bases().get(0);
      var enough = ANSWERS[time % ANSWERS.length];
      try (var load = new Load(provider.scim(base), CLIENTS)) {
        await()
            .atMost(1, MINUTES)
            .pollInterval(5, MILLISECONDS)
            .until(() -> load.answered() >= enough);
        kill(rollcall);
        load.end().stream()
            .filter(answer -> answer.status() == 201)
            .forEach(answer -> acknowledged.add(answer.at("/id")));
      }
      rollcall = Rollcall.start(data, Map.of());
      assertThat(ids(provider.scim(rollcall.bases().get(0)))).containsAll(acknowledged);
    }
    rollcall.process().stop();
    try (var database = Databases.open(data)) {
      Consistency.check(database);
    }
  }

  /** The ids of all users. */
  private static Set<String> ids(Endpoint scim) {
    var ids = new HashSet<String>();
    var next = Optional.of("");
    while (next.isPresent()) {
      var page =
          scim.get("/Users?attributes=id&count=200&cursor=" + Endpoint.encoded(next.get()))
              .expect(200);
      ids.addAll(page.ids());
      next = Optional.ofNullable(page.json().getString("nextCursor", null));
    }
    return ids;
  }

  private static void kill(Rollcall rollcall) throws IOException, InterruptedException {
    rollcall.process().handle().descendants().forEach(ProcessHandle::destroyForcibly);
    rollcall.process().handle().destroyForcibly();
    rollcall.process().exitStatus();
  }
}
