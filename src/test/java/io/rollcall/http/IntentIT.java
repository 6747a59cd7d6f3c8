package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Provider;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A change does what its sender asked for, by whichever door it comes. */
@Tag("payara")
class IntentIT {

  private static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  @Connected private static Provider provider;
  @Connected private static Endpoint scim;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"op\": \"remove\", \"path\": \"active\"}",
        "{\"op\": \"replace\", \"path\": \"active\", \"value\": null}",
        "{\"op\": \"Add\", \"path\": \"active\", \"value\": \"\"}",
        "{\"op\": \"replace\", \"path\": \"active\", \"value\": []}",
        "{\"op\": \"replace\", \"value\": {\"active\": {}}}",
        "{\"op\": \"add\", \"value\": {\"ACTIVE\": null}}"
      })
  void nobodyIsLetInAgainWithoutBeingNamedActive(String operation) {
    var name = unique("gone");
    var body = "{\"userName\": \"%s\", \"active\": %s}";
    var id = scim.post("/Users", body.formatted(name, false)).expect(201).at("/id");

    assertThat(scim.patch("/Users/" + id, operation).expect(200).at("/active")).isEqualTo("false");
    scim.bulk(
        "{\"method\": \"PATCH\", \"path\": \"/Users/%s\", \"data\": %s}"
            .formatted(id, Patch.message(operation)));
    scim.put("/Users/" + id, body.formatted(name, "null")).expect(200);

    assertThat(scim.get("/Users/" + id).at("/active")).isEqualTo("false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          replace | members | [{"id": "{user}"}]
          add     | members | [{"id": "{user}"}]
          replace | members | [{"value": "{user}"}, {}]
          replace | members | {"members": [{"value": "{user}"}]}
          remove  | members | {"members": [{"value": "{user}"}]}
          remove  | members | [{"display": "somebody"}]
          """)
  void aGroupKeepsItsMembersWhenTheirNamesAreNotUnderstood(String op, String path, String value) {
    var user = provider.newUser(unique("m"));
    var name = unique("g");
    var group = "/Groups/" + provider.newGroup(name, user);
    var sent = value.replace("{user}", user);

    var refused =
        scim.patch(
                group,
                "{\"op\": \"%s\", \"path\": \"%s\", \"value\": %s}".formatted(op, path, sent))
            .expectError(400, "invalidValue");

    assertThat(refused.detail()).contains("some of value, $ref, type");
    assertThat(scim.get(group).values("members")).containsExactly(user);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[null]", "[\"\"]", "[{\"value\": \"\"}]", "[{\"type\": \"User\"}]"})
  void aGroupIsNotEmptiedByMembersThatNameNobody(String members) {
    var user = provider.newUser(unique("m"));
    var name = unique("g");
    var group = "/Groups/" + provider.newGroup(name, user);
    var replace = "{\"op\": \"replace\", \"path\": \"members\", \"value\": %s}";

    assertThat(
            scim.patch(group, replace.formatted(members)).expectError(400, "invalidValue").detail())
        .isEqualTo("members[0].value: is required. Send a value.");
    scim.put(group, "{\"displayName\": \"%s\", \"members\": %s}".formatted(name, members))
        .expectError(400, "invalidValue");

    assertThat(scim.get(group).values("members")).containsExactly(user);
  }

  @Test
  void aGroupIsNotReplacedByMembersThatAreNotUnderstood() {
    var user = provider.newUser(unique("m"));
    var name = unique("g");
    var group = "/Groups/" + provider.newGroup(name, user);

    scim.put(
            group,
            "{\"displayName\": \"%s\", \"members\": [{\"id\": \"%s\"}]}".formatted(name, user))
        .expectError(400, "invalidValue");

    assertThat(scim.get(group).values("members")).containsExactly(user);
  }

  @ParameterizedTest
  @ValueSource(strings = {", \"value\": null", ", \"value\": \"\"", ""})
  void allMembersAreRemovedWithoutAValue(String value) {
    var group = "/Groups/" + provider.newGroup(unique("g"), provider.newUser(unique("m")));

    scim.patch(group, "{\"op\": \"remove\", \"path\": \"members\"%s}".formatted(value)).expect(204);

    assertThat(scim.get(group).has("/members")).isFalse();
  }

  @Test
  void noMemberIsRemovedByAnEmptyList() {
    var user = provider.newUser(unique("m"));
    var group = "/Groups/" + provider.newGroup(unique("g"), user);

    scim.patch(group, "{\"op\": \"remove\", \"path\": \"members\", \"value\": []}").expect(204);

    assertThat(scim.get(group).values("members")).containsExactly(user);
  }

  @Test
  void aManagerStaysWhenOnlyTheNameOfOneIsSent() {
    var name = unique("u");
    var body =
        """
        {"userName": "%s", "%s": {"manager": %s}}""";
    var id =
        scim.post("/Users", body.formatted(name, ENTERPRISE, "{\"value\": \"m1\"}"))
            .expect(201)
            .at("/id");
    var onlyItsName = body.formatted(name, ENTERPRISE, "{\"displayName\": \"Boss\"}");

    var replaced = scim.put("/Users/" + id, onlyItsName).expect(200);

    assertThat(replaced.at("/" + ENTERPRISE + "/manager")).isEqualTo("{\"value\":\"m1\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "[{\"department\": \"E\"}]", "7", "true"})
  void anExtensionIsNotReplacedByWhatIsNoObject(String value) {
    var name = unique("u");
    var body = "{\"userName\": \"%s\", \"%s\": %s}";
    var user =
        "/Users/"
            + scim.post("/Users", body.formatted(name, ENTERPRISE, "{\"department\": \"D\"}"))
                .at("/id");

    scim.put(user, body.formatted(name, ENTERPRISE, value)).expectError(400, "invalidValue");
    scim.patch(user, "{\"op\": \"replace\", \"value\": {\"%s\": %s}}".formatted(ENTERPRISE, value))
        .expectError(400, "invalidValue");

    assertThat(scim.get(user).at("/" + ENTERPRISE + "/department")).isEqualTo("D");
    scim.patch(user, "{\"op\": \"replace\", \"value\": {\"%s\": null}}".formatted(ENTERPRISE));
    assertThat(scim.get(user).at("/schemas")).doesNotContain(ENTERPRISE);
  }

  @Test
  void schemasMayBeNamedAsAPath() {
    var user = "/Users/" + provider.newUser(unique("u"));

    var patched =
        scim.patch(
                user,
                "{\"op\": \"add\", \"path\": \"schemas\", \"value\": [\"%s\"]}"
                    .formatted(ENTERPRISE),
                Patch.add(ENTERPRISE + ":department", "D"))
            .expect(200);

    assertThat(patched.at("/schemas")).contains(ENTERPRISE);
  }

  @Test
  void aMessageWithoutOperationsChangesNothing() {
    var group = "/Groups/" + provider.newGroup(unique("g"), provider.newUser(unique("m")));
    var before = scim.get(group).text();

    scim.send("PATCH", group, "{\"schemas\": []}", Map.of()).expect(204);
    scim.send("PATCH", group, "{\"Operations\": 7}", Map.of()).expectError(400, "invalidSyntax");

    assertThat(scim.get(group).text()).isEqualTo(before);
  }
}
