package io.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Provider;
import io.rollcall.http.fixture.Rollcall;
import io.rollcall.http.fixture.ServerProcess;
import io.rollcall.http.fixture.Wall;
import io.rollcall.http.fixture.Witness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told within of those whom the wire tells nothing. */
class TurnedAwayIT {

  private static final String PUBLIC_URL = "https://rollcall.example.com/id";
  private static final String ADDRESS = "/inside/api/scim/v2/Users";

  @TempDir private static Path folder;

  private static ServerProcess server;
  private static Rollcall inside;
  private static Provider insider;
  private static Provider outsider;
  private static String anyRefusal;

  @BeforeAll
  static void start() throws IOException {
    server = ServerProcess.startWithAWall(folder, Map.of("ROLLCALL_PUBLIC_URL", PUBLIC_URL));
    inside = Rollcall.of(server, Wall.INSIDE);
    insider = inside.newProvider();
    outsider = Rollcall.of(server, Wall.OUTSIDE).newProvider();
    anyRefusal = get(ADDRESS, "anything").expectError(401, null).text();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void whoBringsNothing() throws IOException {
    assertThat(toldOf(ADDRESS, null)).containsExactly("inside MISSING - - ended=-");
  }

  @Test
  void whoBringsWhatIsNoTokenOfOurs() throws IOException {
    assertThat(toldOf(ADDRESS, "something")).containsExactly("inside NOT_OURS - - ended=-");
    assertThat(toldOf(ADDRESS, Wall.adminKey(Wall.INSIDE)))
        .containsExactly("inside NOT_OURS - - ended=-");
  }

  /** Its public id is before its secret, and is there still when the end of it is missing. */
  @Test
  void whoBringsATokenThatWasCutOff() throws IOException {
    var provider = inside.newProvider();
    var token = provider.token();
    for (var cut :
        List.of(
            token.substring(0, token.length() - 7),
            token + "x",
            token.substring(0, 26),
            "Bearer " + token)) {
      for (var address : List.of(ADDRESS, "/core/iam/v1/scim/Users")) {
        assertThat(toldOf(address, cut))
            .as(cut)
            .containsExactly(
                "inside NOT_OURS %s %s ended=-".formatted(provider.tokenId(), provider.id()));
      }
    }
    assertThat(toldOf("/outside/api/scim/v2/Users", token.substring(0, 40)))
        .containsExactly("outside UNKNOWN - - ended=-");
  }

  @Test
  void whoComesTooLate() throws IOException {
    var expired = Files.readString(folder.resolve(Wall.EXPIRED_TOKEN_FILE)).strip();
    var id = expired.split("_")[2];

    for (var address : List.of(ADDRESS, "/core/iam/v1/scim/Users")) {
      assertThat(toldOf(address, expired))
          .singleElement()
          .asString()
          .matches("inside EXPIRED " + id + " [0-9a-f-]{36} ended=1970-01-01T00:00:00Z");
    }
  }

  @Test
  void whoComesWithADeletedTokenAlsoWhenItsProviderIsGone() throws IOException {
    var provider = inside.newProvider();
    inside.admin().delete("/scim/" + provider.tokenId()).expect(204);
    inside.admin().delete("/sso/custom/" + provider.id()).expect(204);

    assertThat(toldOf(ADDRESS, provider.token()))
        .singleElement()
        .asString()
        .matches(
            "inside DELETED %s %s ended=20..-.*Z".formatted(provider.tokenId(), provider.id()));
    assertThat(inside.admin().get("/scim").expect(200).text()).doesNotContain(provider.tokenId());
  }

  /** Each tenant is told of what concerns it, and neither hears of the other. */
  @Test
  void whoComesToTheDoorOfAnother() throws IOException {
    assertThat(toldOf(ADDRESS, outsider.token()))
        .containsExactlyInAnyOrder(
            "inside OF_ANOTHER_TENANT - - ended=-",
            "outside AT_ANOTHER_TENANT %s %s ended=-".formatted(outsider.tokenId(), outsider.id()));
  }

  @Test
  void whoIsOfASuspendedTenant() throws IOException {
    var tenant = inside.newTenant();
    var provider = tenant.newProvider();
    tenant.operator().post("/tenants/" + tenant.tenantId() + "/suspend", "{}").expect(200);

    assertThat(toldOf("/core/iam/v1/scim/Users", provider.token()))
        .singleElement()
        .asString()
        .matches(
            "%s TENANT_SUSPENDED %s %s ended=20..-.*Z"
                .formatted(tenant.tenantId(), provider.tokenId(), provider.id()));
  }

  @Test
  void nobodyWhereNoTenantIsKnown() throws IOException {
    assertThat(toldOf("/core/iam/v1/scim/Users", "something")).isEmpty();
    assertThat(toldOf("/core/iam/v1/scim/Users", null)).isEmpty();
  }

  @Test
  void nobodyWhoComesIn() throws IOException {
    get(ADDRESS, insider.token()).expect(200);

    assertThat(Files.readAllLines(folder.resolve(Witness.FILE)))
        .noneMatch(line -> line.contains(insider.tokenId()));
  }

  @Test
  void withTheNameOfTheRequestAndWhatItAskedForButNoQuery() throws IOException {
    new Endpoint(server.root().toString(), "something")
        .send(
            "POST",
            ADDRESS + "?filter=secret",
            Body.user("ada"),
            Map.of("X-Request-Id", "named-by-a-client"));

    assertThat(Files.readAllLines(folder.resolve(Witness.FILE)))
        .filteredOn(line -> line.contains("named-by-a-client"))
        .singleElement()
        .asString()
        .endsWith("named-by-a-client POST " + ADDRESS);
  }

  /** It is the operator's word, not that of who sent the request. */
  @Test
  void withTheTenantUrlThatTheWrongAddressShouldHaveBeen() {
    new Endpoint(server.root().toString(), insider.token())
        .send("GET", "/scim/v2/Users", null, Map.of("X-Forwarded-Host", "evil.example"))
        .expect(404);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> inside.admin().get("/activity?cause=wrongAddress").has("/entries/0"));
    assertThat(inside.admin().get("/activity?cause=wrongAddress").at("/entries/0/sentence"))
        .endsWith(": /scim/v2/Users. Its Tenant URL is " + PUBLIC_URL + "/inside/api/scim/v2.");
  }

  /** What is told of one request, without its name and what it asked for. */
  private static List<String> toldOf(String address, String credential) throws IOException {
    var answer = get(address, credential).expectError(401, null);
    if (credential != null) {
      assertThat(answer.text()).isEqualTo(anyRefusal);
    }
    var id = answer.header("X-Request-Id").orElseThrow();
    var end = " " + id + " GET " + address;
    return Files.readAllLines(folder.resolve(Witness.FILE)).stream()
        .filter(line -> line.endsWith(end))
        .map(line -> line.substring(0, line.length() - end.length()))
        .toList();
  }

  private static Answer get(String address, String credential) {
    return new Endpoint(server.root().toString(), credential).get(address);
  }
}
