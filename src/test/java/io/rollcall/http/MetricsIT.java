package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Secrets;
import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.House;
import io.rollcall.http.fixture.Rollcall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("h2")
class MetricsIT {

  private static final String KEY = "the-metrics-key-of-a-server-of-this-test";

  @TempDir private static Path folder;

  private static Rollcall rollcall;

  @BeforeAll
  static void start() throws IOException {
    Secrets.seen(KEY);
    rollcall = Rollcall.start(folder, Map.of("ROLLCALL_METRICS_KEY", KEY));
  }

  @AfterAll
  static void stop() {
    rollcall.process().stop();
  }

  @Test
  void areOpenMetrics() {
    var answer = read(KEY, Map.of()).expect(200);

    assertThat(answer.header("Content-Type").orElse(""))
        .startsWith("application/openmetrics-text;")
        .contains("version=1.0.0")
        .contains("charset=utf-8");
    assertThat(answer.text())
        .endsWith("# EOF\n")
        .contains("# TYPE http_server_request_duration_seconds histogram")
        .contains("rollcall_database_places{state=\"free\"}")
        .contains("rollcall_database_waiting 0")
        .contains("rollcall_database_up 1")
        .contains("rollcall_workers{state=\"busy\"}")
        .contains("jvm_memory_used_bytes{jvm_memory_type=\"heap\"}")
        .contains("jvm_thread_count");
  }

  @Test
  void areForWhoHasTheKey() {
    for (var value :
        new String[] {"Bearer ", "Bearer wrong", "Bearer " + KEY + "x", "Basic " + KEY}) {
      refused(Map.of("Authorization", value));
    }
    refused(Map.of("Authorization", "Bearer " + rollcall.admin().credential()));
    read(KEY, Map.of("X-Forwarded-For", "192.0.2.1")).expect(200);
  }

  @Test
  void areForProgramsOnTheSameMachineThatComeThroughNoProxy() {
    read(null, Map.of()).expect(200);
    for (var header : new String[] {"Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "Via"}) {
      refused(Map.of(header, "127.0.0.1"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/core/iam/v1/sso", "/core/iam/v1/scim", "/core/iam/v1/scim/Users"})
  void haveAKeyThatOpensNothingElse(String path) {
    new Endpoint(rollcall.process().root() + path, KEY).get("").expect(401);
  }

  @Test
  void countRequestsByRouteAndWhatTheyWere() {
    var provider = rollcall.newProvider();
    var route = "\"/{tenantId}/api/scim/v2/Users/{id}\"";
    var get =
        "http_server_request_duration_seconds_count{http_request_method=\"GET\","
            + "http_response_status_class=\"4xx\",http_route="
            + route
            + "}";
    var refused =
        "rollcall_scim_requests_total{operation=\"create\",outcome=\"refused\",resource=\"Users\"}";
    var getBefore = value(get);
    var refusedBefore = value(refused);

    var name = unique("ada");
    provider.scim().get("/Users/" + unique("nobody")).expect(404);
    provider.scim().post("/Users", Body.user(name)).expect(201);
    provider.scim().post("/Users", Body.user(name)).expect(409);

    assertThat(value(get)).isEqualTo(getBefore + 1);
    assertThat(value(refused)).isEqualTo(refusedBefore + 1);
  }

  @Test
  void countWhoWasTurnedAway() {
    var wrong = "rollcall_turned_away_total{door=\"scim\",reason=\"not_ours\"}";
    var missing = "rollcall_turned_away_total{door=\"admin\",reason=\"missing\"}";
    var wrongBefore = value(wrong);
    var missingBefore = value(missing);

    new Endpoint(rollcall.bases().get(0), "rc_x").get("/Users").expect(401);
    new Endpoint(rollcall.admin().base(), null).get("/sso").expect(401);

    assertThat(value(wrong)).isEqualTo(wrongBefore + 1);
    assertThat(value(missing)).isEqualTo(missingBefore + 1);
  }

  @Test
  void countTheEntriesOfTheActivityLog() {
    var created = "rollcall_activity_entries_total{outcome=\"created\"}";
    var refused = "rollcall_activity_entries_total{outcome=\"refused\"}";
    var provider = rollcall.newProvider();
    var name = unique("ada");
    provider.newUser(name);
    provider.scim().post("/Users", Body.user(name)).expect(409);
    var createdBefore = value(created);
    var refusedBefore = value(refused);

    provider.newUser(unique("bob"));
    provider.scim().post("/Users", Body.user(name)).expect(409);

    assertThat(value(created)).isEqualTo(createdBefore + 1);
    assertThat(value(refused)).isEqualTo(refusedBefore + 1);
  }

  @Test
  void nameNobodyAndNothingThatClientsChose() {
    var house = new House(rollcall);
    var root = new Endpoint(rollcall.process().root().toString(), null);
    root.get("/nothing/of-that-name").expect(404);
    root.send("BREW", "/nothing", null, Map.of());

    var text = read(KEY, Map.of()).expect(200).text();
    house.clear();

    assertThat(text)
        .contains("http_route=\"unmatched\"")
        .contains("http_request_method=\"_OTHER\"")
        .doesNotContain("of-that-name")
        .doesNotContain("BREW")
        .doesNotContain(house.userId())
        .doesNotContain("\"" + rollcall.tenantId() + "\"");
  }

  private static double value(String series) {
    var line =
        Pattern.compile("(?m)^" + Pattern.quote(series) + " (\\S+)")
            .matcher(read(KEY, Map.of()).expect(200).text());
    return line.find() ? Double.parseDouble(line.group(1)) : 0;
  }

  private static void refused(Map<String, String> headers) {
    var answer = read(null, headers).expect(401);
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(answer.header("WWW-Authenticate").orElse(""))
        .startsWith("Bearer realm=\"Rollcall\"");
    assertThat(answer.detail()).contains("ROLLCALL_METRICS_KEY");
  }

  private static Answer read(String key, Map<String, String> headers) {
    return new Endpoint(rollcall.process().root().toString(), key)
        .send("GET", "/metrics", null, headers);
  }
}
