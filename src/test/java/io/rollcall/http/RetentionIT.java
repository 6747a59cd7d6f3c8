package io.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.Secrets;
import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.MovedClock;
import io.rollcall.http.fixture.Rollcall;
import io.rollcall.http.fixture.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends by itself: the activity log, and tokens of applications. */
@Tag("postgresql")
@Tag("payara")
class RetentionIT {

  private static final String ADMIN_KEY = "the-admin-key-of-a-short-memory-000";
  private static final Duration A_ROUND = Duration.ofSeconds(90);

  /** Entries older than the setting go by themselves; who wrote what stays with the user. */
  @Test
  void endsAfterTheDaysThatAreSet(@TempDir Path folder) throws IOException {
    var server =
        ServerProcess.startWith(
            List.of(MovedClock.class),
            folder,
            Map.of("ROLLCALL_ADMIN_KEY", ADMIN_KEY, "ROLLCALL_ACTIVITY_DAYS", "7"));
    try {
      var rollcall = Rollcall.of(server, Rollcall.TENANT, ADMIN_KEY);
      var id = rollcall.newProvider().newUser("ada@example.com");
      var admin = rollcall.admin();
      assertThat(admin.get("/users/" + id + "/history").expect(200).at("/entries/0/outcome"))
          .isEqualTo("created");

      endsATokenAfterAQuarterOfAnHour(rollcall, folder);
      MovedClock.move(folder, Duration.ofDays(8));

      await().atMost(A_ROUND).until(() -> admin.get("/users/" + id + "/history").status() == 404);
      assertThat(admin.get("/activity").expect(200).json().getJsonArray("entries")).isEmpty();
      assertThat(admin.get("/users/" + id).expect(200).at("/attributes/0/writtenBy/type"))
          .isEqualTo("scimToken");
    } finally {
      server.stop();
    }
  }

  private static void endsATokenAfterAQuarterOfAnHour(Rollcall rollcall, Path folder)
      throws IOException {
    var application =
        rollcall
            .admin()
            .post(
                "/applications",
                Body.application("Payroll", "grantTypes", List.of("client_credentials")))
            .expect(200);
    var proof = application.at("/clientId") + ":" + Secrets.seen(application.at("/clientSecret"));
    var token = sent(rollcall, proof, "token", "grant_type=client_credentials").at("/access_token");
    Secrets.seen(token);
    MovedClock.move(folder, Duration.ofMinutes(14));
    assertThat(sent(rollcall, proof, "introspect", "token=" + token).at("/active"))
        .isEqualTo("true");

    MovedClock.move(folder, Duration.ofMinutes(16));

    assertThat(sent(rollcall, proof, "introspect", "token=" + token).at("/active"))
        .isEqualTo("false");
  }

  private static Answer sent(Rollcall rollcall, String proof, String endpoint, String form) {
    var basic = Base64.getEncoder().encodeToString(proof.getBytes(StandardCharsets.UTF_8));
    return new Endpoint(rollcall.process().root() + "/" + rollcall.tenantId() + "/oauth2", null)
        .send(
            "POST",
            "/" + endpoint,
            form,
            Map.of(
                "Authorization",
                "Basic " + basic,
                "Content-Type",
                "application/x-www-form-urlencoded"))
        .expect(200);
  }
}
