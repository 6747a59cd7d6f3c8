package io.rollcall.scim.patch;

import static io.rollcall.Texts.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.scim.filter.FilterLimits;
import io.rollcall.scim.message.NoteTaker;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchTest {

  private static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  private static final JsonObject ADA =
      json(
          """
          {"userName": "ada", "active": true,
           "name": {"givenName": "Ada", "familyName": "King"},
           "emails": [{"type": "work", "value": "ada@work.example", "primary": true},
                      {"type": "home", "value": "ada@home.example"}],
           "%s": {"employeeNumber": "1", "manager": {"value": "m1"}}}"""
              .formatted(ENTERPRISE));

  @Nested
  @DisplayName("RFC 7644 §3.5.2.1, add")
  class Add {

    @Test
    void setsASingleValue() {
      assertThat(patched(op("add", "nickName", "\"A\"")).getString("nickName")).isEqualTo("A");
    }

    @Test
    void replacesASingleValueThatIsThere() {
      assertThat(patched(op("add", "userName", "\"b\"")).getString("userName")).isEqualTo("b");
    }

    @Test
    void appendsToAMultiValuedAttribute() {
      var patched = patched(op("add", "emails", "[{\"type\": \"other\", \"value\": \"x@y\"}]"));

      assertThat(emails(patched))
          .isEqualTo("work ada@work.example primary, home ada@home.example, other x@y");
    }

    @Test
    void doesNotAddAValueThatIsThere() {
      assertThat(
              patched(op("add", "emails", "{\"type\": \"home\", \"value\": \"ada@home.example\"}")))
          .isEqualTo(ADA);
    }

    @Test
    void makesANewPrimaryValueTheOnlyOne() {
      var patched =
          patched(
              op("add", "emails", "[{\"type\": \"other\", \"value\": \"x\", \"primary\": true}]"));

      assertThat(emails(patched))
          .isEqualTo("work ada@work.example, home ada@home.example, other x primary");
    }

    @Test
    void withoutPathSetsTheAttributesOfTheValue() {
      var patched = patched(pathless("add", "{\"nickName\": \"A\", \"title\": \"Countess\"}"));

      assertThat(patched.getString("nickName") + patched.getString("title")).isEqualTo("ACountess");
    }

    @Test
    void keepsTheOtherPartsOfAComplexAttribute() {
      assertThat(patched(op("add", "name", "{\"middleName\": \"M\"}")).get("name"))
          .isEqualTo(
              json(
                  """
                  {"givenName": "Ada", "familyName": "King", "middleName": "M"}"""));
    }
  }

  @Nested
  @DisplayName("RFC 7644 §3.5.2.2, remove")
  class Remove {

    @Test
    void needsAPath() {
      assertThatThrownBy(() -> patched("{\"op\": \"remove\"}"))
          .hasMessage("Operations[0].path: is required to remove. Send a path.");
    }

    @Test
    void takesAllValuesAway() {
      assertThat(patched(remove("emails"))).doesNotContainKey("emails");
    }

    @Test
    void takesTheMatchingValuesAway() {
      assertThat(emails(patched(remove("emails[type eq \\\"work\\\"]"))))
          .isEqualTo("home ada@home.example");
    }

    @Test
    void takesOnePartOfTheMatchingValuesAway() {
      assertThat(emails(patched(remove("emails[type eq \\\"work\\\"].primary"))))
          .isEqualTo("work ada@work.example, home ada@home.example");
    }

    @Test
    void takesOnePartOfAComplexAttributeAway() {
      assertThat(patched(remove("name.givenName")).get("name"))
          .isEqualTo(json("{\"familyName\": \"King\"}"));
    }

    @Test
    void ofTheLastPartTakesTheAttributeAway() {
      assertThat(patched(remove("name.givenName"), remove("name.familyName")))
          .doesNotContainKey("name");
    }

    @Test
    void ofAnExtensionTakesAllItsAttributesAway() {
      assertThat(patched(remove(ENTERPRISE))).doesNotContainKey(ENTERPRISE);
    }

    @Test
    void ofWhatIsNotThereChangesNothing() {
      assertThat(patched(remove("nickName"), remove("emails[type eq \\\"fax\\\"]"))).isEqualTo(ADA);
    }

    @Test
    void ofARequiredAttributeIsRefused() {
      assertThatThrownBy(() -> patched(remove("userName")))
          .hasMessage(
              "userName: is required and can't be removed. Map an attribute to it that is never empty.");
    }
  }

  @Nested
  @DisplayName("RFC 7644 §3.5.2.3, replace")
  class Replace {

    @Test
    void setsASingleValue() {
      assertThat(patched(op("replace", "active", "false")).getBoolean("active")).isFalse();
    }

    @Test
    void setsAllValuesOfAMultiValuedAttribute() {
      assertThat(emails(patched(op("replace", "emails", "[{\"value\": \"x\"}]"))))
          .isEqualTo("null x");
    }

    @Test
    void setsOnePartOfTheMatchingValues() {
      assertThat(emails(patched(op("replace", "emails[type eq \\\"home\\\"].value", "\"new\""))))
          .isEqualTo("work ada@work.example primary, home new");
    }

    @Test
    void replacesTheMatchingValuesAsAWhole() {
      assertThat(
              emails(patched(op("replace", "emails[type eq \\\"home\\\"]", "{\"value\": \"n\"}"))))
          .isEqualTo("work ada@work.example primary, null n");
    }

    @Test
    void movesThePrimaryMark() {
      assertThat(emails(patched(op("replace", "emails[type eq \\\"home\\\"].primary", "true"))))
          .isEqualTo("work ada@work.example, home ada@home.example primary");
    }

    @Test
    void ofValuesThatNoFilterMatchesHasNoTarget() {
      assertThatThrownBy(
              () -> patched(op("replace", "emails[value co \\\"@nowhere\\\"].type", "\"x\"")))
          .isInstanceOf(ScimException.class)
          .hasMessageStartingWith("emails: no value matches the filter.");
    }

    @Test
    void appliesToAnExtension() {
      var patched = patched(op("replace", ENTERPRISE + ":employeeNumber", "\"2\""));

      assertThat(patched.getJsonObject(ENTERPRISE).getString("employeeNumber")).isEqualTo("2");
    }
  }

  @Nested
  class AllOperations {

    @Test
    void areAppliedInOrder() {
      var patched =
          patched(
              op("add", "nickName", "\"A\""), op("replace", "nickName", "\"B\""), remove("title"));

      assertThat(patched.getString("nickName")).isEqualTo("B");
    }

    @Test
    void leaveTheResourceThatCameInAsItIs() {
      var before = ADA.toString();

      assertThatThrownBy(
              () -> patched(op("add", "nickName", "\"A\""), op("add", "active", "\"?\"")))
          .hasMessage("active: expected true or false, got \"?\". Send true or false.");
      assertThat(ADA).hasToString(before);
    }

    @Test
    void equalTheResourceWhenNothingChanges() {
      assertThat(
              patched(
                  op("replace", "userName", "\"ada\""),
                  op("add", "name", "{\"givenName\": \"Ada\"}"),
                  op("replace", "emails[type eq \\\"work\\\"].value", "\"ada@work.example\"")))
          .isEqualTo(ADA);
    }
  }

  /** Each case names whom it is for; the files of src/test/resources/idp have the sources. */
  @Nested
  class Dialects {

    @Test
    @DisplayName("Entra ID: op in any case, active as text")
    void booleanAsText() {
      assertThat(patched(op("Replace", "active", "\"False\"")).getBoolean("active")).isFalse();
    }

    @Test
    @DisplayName("Okta: active as an array of one")
    void booleanInAnArray() {
      assertThat(patched(op("replace", "active", "[false]")).getBoolean("active")).isFalse();
    }

    @Test
    @DisplayName("Entra ID: a filter of eq terms creates the value it describes")
    void filterCreatesItsValue() {
      var patched = patched(op("Add", "phoneNumbers[type eq \\\"mobile\\\"].value", "\"+1\""));

      assertThat(patched.getJsonArray("phoneNumbers").getJsonObject(0))
          .isEqualTo(json("{\"type\": \"mobile\", \"value\": \"+1\"}"));
    }

    @Test
    @DisplayName("Entra ID: roles by primary as text")
    void filterWithBooleanAsTextCreatesABoolean() {
      var patched = patched(op("Add", "roles[primary eq \\\"True\\\"].value", "\"admin\""));

      assertThat(patched.getJsonArray("roles").getJsonObject(0))
          .isEqualTo(json("{\"primary\": true, \"value\": \"admin\"}"));
    }

    @Test
    @DisplayName("Entra ID: roles as JSON text inside a string")
    void complexValueAsText() {
      var role = "{\\\"id\\\": \\\"1\\\", \\\"value\\\": \\\"admin\\\"}";

      var patched = patched(op("Add", "roles", "[{\"value\": \"" + role + "\"}]"));

      assertThat(patched.getJsonArray("roles")).containsExactly(json("{\"value\": \"admin\"}"));
    }

    @Test
    @DisplayName("Entra ID: the manager as a bare id")
    void managerAsText() {
      var patched = patched(op("Add", ENTERPRISE + ":manager", "\"m2\""));

      assertThat(patched.getJsonObject(ENTERPRISE).get("manager"))
          .isEqualTo(json("{\"value\": \"m2\"}"));
    }

    @Test
    @DisplayName("Entra ID, older: manager without its URN, in an array")
    void managerInAnArray() {
      var patched =
          patched(op("Add", "manager", "[{\"$ref\": \"../Users/m2\", \"value\": \"m2\"}]"));

      assertThat(patched.getJsonObject(ENTERPRISE).getJsonObject("manager").getString("value"))
          .isEqualTo("m2");
    }

    @ParameterizedTest(name = "Entra ID: manager cleared by {0}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock = "\"\"\n null\n {\"value\": \"\"}\n {\"value\": null}\n []")
    void managerCleared(String value) {
      var patched = patched(op("Replace", ENTERPRISE + ":manager", value));

      assertThat(patched.getJsonObject(ENTERPRISE)).doesNotContainKey("manager");
    }

    @Test
    @DisplayName("Entra ID with aadOptscim062020: dotted and URN keys in one value")
    void keysThatArePaths() {
      var patched =
          patched(
              pathless(
                  "replace",
                  """
                  {"name.givenName": "Augusta", "nickName": "A",
                   "%s:department": "Engines", "%s:manager.value": "m9"}"""
                      .formatted(ENTERPRISE, ENTERPRISE)));

      assertThat(patched.getJsonObject("name"))
          .isEqualTo(json("{\"givenName\": \"Augusta\", \"familyName\": \"King\"}"));
      assertThat(patched.getJsonObject(ENTERPRISE))
          .isEqualTo(
              json(
                  """
                  {"employeeNumber": "1", "manager": {"value": "m9"}, "department": "Engines"}"""));
    }

    @Test
    @DisplayName("Okta: id beside the attributes, an extension under its URN")
    void readOnlyAndNestedKeys() {
      var patched =
          patched(
              pathless(
                  "replace",
                  """
                  {"id": "other", "nickName": "A", "%s": {"department": "Engines"}}"""
                      .formatted(ENTERPRISE)));

      assertThat(patched).doesNotContainKey("id");
      assertThat(patched.getJsonObject(ENTERPRISE).getString("department")).isEqualTo("Engines");
    }

    @Test
    @DisplayName("Entra ID: values removed by value")
    void removedByValue() {
      assertThat(
              emails(
                  patched(
                      """
                      {"op": "Remove", "path": "emails", "value": [{"value": "ada@work.example"}]}""")))
          .isEqualTo("home ada@home.example");
    }

    @Test
    @DisplayName("Microsoft's validator: an attribute nobody knows in a pathless value")
    void unknownKeys() {
      var request = request(pathless("add", "{\"color\": \"red\", \"nickName\": \"A\"}"));

      assertThat(request.notes().ignored()).containsExactly("color");
      assertThat(request.operations()).hasSize(1);
    }

    @Test
    @DisplayName("parts of an attribute that nobody knows")
    void unknownParts() {
      var request =
          request(
              """
              {"op": "add", "path": "name", "value": {"nick": "A", "givenName": "Ada"}}""");

      assertThat(request.notes().ignored()).containsExactly("name.nick");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                        | Operations[0].op: expected add, replace or remove, got null.
          {"op": "set", "path": "active", "value": true}            | Operations[0].op: expected add, replace or remove, got "set".
          7                                                         | Operations[0]: expected an object, got 7.
          {"op": "add", "path": 7, "value": 1}                      | Operations[0].path: expected a string, got 7.
          {"op": "add", "path": "active"}                           | Operations[0].value: is required to add. Send a value.
          {"op": "add", "value": 7}                                 | Operations[0].value: expected an object, since there is no path, got 7.
          {"op": "add", "path": "color", "value": 1}                | path color: color is no attribute of User. Use a name that the schema has.
          {"op": "add", "path": "id", "value": "x"}                 | id: is read-only. Leave it out of the request.
          {"op": "remove", "path": "meta"}                          | meta: is read-only. Leave it out of the request.
          {"op": "replace", "path": "groups", "value": []}          | groups: is read-only. Leave it out of the request.
          {"op": "replace", "path": "name[x pr]", "value": {}}      | path name[x pr]: x is no attribute of name. Use a name that the schema has.
          {"op": "replace", "path": "name[givenName pr]", "value": {"givenName": "x"}} | name: has one value. Leave out the filter.
          {"op": "replace", "path": "emails[", "value": 1}          | path emails[: The filter: expected the name of an attribute, got its end, before character 7.
          {"op": "replace", "path": "emails", "value": [{"primary": 5}]} | emails[0].primary: expected true or false, got 5. Send true or false.
          """)
  void tellsWhatIsWrong(String operation, String detail) {
    assertThatThrownBy(() -> patched(operation))
        .isInstanceOf(ScimException.class)
        .hasMessage(detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"op": "add", "path": "title", "value": "A"}              |
          {"op": "add", "value": {"title": "A", "%1$s": {"department": "D"}}} |
          {"op": "replace", "path": "%1$s:department", "value": "D"} |
          {"op": "remove", "path": "emails"}                        |
          {"op": "replace", "path": "emails[type eq \\"work\\"].value", "value": "x"} |
          {"op": "Replace", "path": "active", "value": false}       | Operations[0].op: "Replace" was taken for replace
          {"op": "replace", "path": "active", "value": "False"}     | active: "False" was taken for false
          {"op": "add", "path": "emails", "value": {"value": "x"}}  | emails: a value alone was taken for an array of one
          {"op": "replace", "path": "department", "value": "D"}     | %1$s:department: came without its URN
          {"op": "replace", "value": {"department": "D"}}           | %1$s:department: came without its URN
          {"op": "replace", "value": {"name.givenName": "A"}}       | name.givenName: came as a path in a key
          {"op": "replace", "value": {"emails[type eq \\"work\\"].value": "x"}} | emails: came as a path in a key
          {"op": "replace", "value": {"%1$s:department": "D"}}      | %1$s:department: came as a path in a key
          {"op": "remove", "path": "emails", "value": [{"value": "x"}]} | emails: remove with a value was taken to remove that value alone
          {"op": "replace", "path": "emails[type eq \\"other\\"].value", "value": "x"} | emails.value: no value matched the filter, so one was made of it
          """)
  void tellsWhatItTolerates(String operation, String tolerated) {
    assertThat(tolerated(operation.replace("%1$s", ENTERPRISE)))
        .isEqualTo(tolerated == null ? List.of() : List.of(tolerated.replace("%1$s", ENTERPRISE)));
  }

  private static List<String> tolerated(String operation) {
    var request = request(operation);
    var notes = new NoteTaker(request.notes());
    Patch.apply(request.operations(), ADA, ResourceType.USER, DetachedAttribute.NONE, notes);
    return notes.notes().tolerated();
  }

  private static JsonObject patched(String... operations) {
    return Patch.apply(
        request(operations).operations(),
        ADA,
        ResourceType.USER,
        DetachedAttribute.NONE,
        new NoteTaker());
  }

  private static PatchRequest request(String... operations) {
    return PatchRequest.read(
        json("{\"Operations\": [" + String.join(",", operations) + "]}"),
        ResourceType.USER,
        new FilterLimits(8 * 1024, 64),
        1_000);
  }

  private static String op(String op, String path, String value) {
    return "{\"op\": \"%s\", \"path\": \"%s\", \"value\": %s}".formatted(op, path, value);
  }

  private static String remove(String path) {
    return "{\"op\": \"remove\", \"path\": \"%s\"}".formatted(path);
  }

  private static String pathless(String op, String value) {
    return "{\"op\": \"%s\", \"value\": %s}".formatted(op, value);
  }

  /** Each e-mail as type, value and, if it is so, primary. */
  private static String emails(JsonObject user) {
    return user.getJsonArray("emails").getValuesAs(JsonObject.class).stream()
        .map(
            email ->
                email.getString("type", null)
                    + " "
                    + email.getString("value")
                    + (email.getBoolean("primary", false) ? " primary" : ""))
        .collect(Collectors.joining(", "));
  }
}
