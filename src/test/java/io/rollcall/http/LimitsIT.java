package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Provider;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("h2")
@Tag("payara")
class LimitsIT {

  private static final int MEBIBYTE = 1024 * 1024;

  @Connected private static Provider provider;
  @Connected private static Endpoint scim;

  @Test
  void aUserMayHaveOneMebibyte() {
    scim.post("/Users", padded("\"userName\": \"%s\"".formatted(unique("big")), MEBIBYTE))
        .expect(201);

    assertThat(
            scim.post("/Users", padded("\"userName\": \"x\"", MEBIBYTE + 1))
                .expectError(413, null)
                .detail())
        .contains("1048576 bytes");
  }

  @Test
  void aGroupMayHaveSixteen() {
    scim.post("/Groups", padded("\"displayName\": \"%s\"".formatted(unique("big")), 16 * MEBIBYTE))
        .expect(201);
    scim.post("/Groups", padded("\"displayName\": \"x\"", 16 * MEBIBYTE + 1))
        .expectError(413, null);
  }

  @Test
  void aBodyMayBeNested32Deep() {
    scim.post("/Users", nested(unique("deep"), 31)).expect(201);
    scim.post("/Users", nested("x", 32)).expectError(400, "invalidSyntax");
    scim.post("/Users", nested("x", 100_000)).expectError(400, "invalidSyntax");
  }

  @Test
  void textsAndNumbersHaveALength() {
    scim.post("/Users", Body.user("x".repeat(262_145))).expectError(400, "invalidSyntax");
    scim.post("/Users", "{\"userName\": \"x\", \"n\": %s}".formatted("9".repeat(101)))
        .expectError(400, "invalidSyntax");
    scim.post("/Users", "{\"userName\": \"%s\", \"n\": 1e999999999}".formatted(unique("exponent")))
        .expect(201);
  }

  @Test
  void aPatchMayHaveThousandOperations() {
    var path = "/Users/" + provider.newUser(unique("ops"));
    var operation = Patch.add("title", "T");

    scim.patch(path, Collections.nCopies(1_000, operation).toArray(String[]::new)).expect(200);
    scim.send(
            "PATCH",
            path,
            Patch.message(Collections.nCopies(1_001, operation).toArray(String[]::new)),
            Map.of())
        .expectError(413, null);
  }

  @Test
  void aFilterMayHave8KibibytesAnd64Terms() {
    scim.find("/Users", "title eq \"%s\"".formatted("x".repeat(8_000))).expect(200);
    scim.find("/Users", "title eq \"%s\"".formatted("x".repeat(8_192)))
        .expectError(400, "invalidFilter");
    scim.find("/Users", "title pr" + " and title pr".repeat(63)).expect(200);
    scim.find("/Users", "title pr" + " and title pr".repeat(64)).expectError(400, "invalidFilter");
  }

  @Test
  void theyAreAnnounced() {
    assertThat(scim.get("/ServiceProviderConfig").at("/filter/maxResults")).isEqualTo("200");
  }

  private static String padded(String member, int bytes) {
    var body = "{" + member + "}";
    return " ".repeat(bytes - body.length()) + body;
  }

  private static String nested(String userName, int depth) {
    return "{\"userName\": \"%s\", \"n\": %s1%s}"
        .formatted(userName, "[".repeat(depth), "]".repeat(depth));
  }
}
