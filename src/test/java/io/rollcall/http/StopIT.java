package io.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.http.fixture.Rollcall;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server does that is told to stop while it works. */
@Tag("h2")
@Tag("payara")
class StopIT {

  private static final int USERS = 1_000;

  @TempDir private Path data;

  @Test
  void finishesWhatRuns() throws Exception {
    var rollcall = Rollcall.start(data, Map.of("ROLLCALL_STOP_SECONDS", "10"));
    var provider = rollcall.newProvider();
    var created = CompletableFuture.supplyAsync(() -> provider.newUsers(USERS));
    await().until(() -> provider.scim().get("/Users?count=0").totalResults() > 0);

    rollcall.process().handle().destroy();

    assertThat(created.get(1, TimeUnit.MINUTES)).hasSize(USERS).doesNotHaveDuplicates();
    assertThat(rollcall.process().exitStatus()).isEqualTo(143);
  }
}
