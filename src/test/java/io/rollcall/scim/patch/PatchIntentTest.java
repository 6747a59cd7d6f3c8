package io.rollcall.scim.patch;

import static io.rollcall.Texts.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.scim.filter.FilterLimits;
import io.rollcall.scim.message.NoteTaker;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.resource.Defaults;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.Schema;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A PATCH does what its sender asked for, and nothing that nobody asked for. */
class PatchIntentTest {

  private static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  private static final FilterLimits LIMITS = new FilterLimits(8 * 1024, 64);

  private static final ResourceType USER =
      ResourceType.USER.with(
          List.of(
              Schema.of(
                  json(
                      """
                      {"id": "urn:x:User", "name": "X", "attributes": [
                        {"name": "devices", "type": "string", "multiValued": true},
                        {"name": "level", "type": "integer"}, {"name": "rate", "type": "decimal"}]}"""))));

  private static final JsonObject ADA =
      json(
          """
          {"userName": "ada", "active": false,
           "name": {"givenName": "Ada", "familyName": "King"},
           "emails": [{"value": "a@x", "type": "work"}, {"value": "b@x", "type": "home"}],
           "addresses": [{"type": "work", "country": "GB"}],
           "E": {"department": "D", "manager": {"value": "m1", "$ref": "../Users/m1"}},
           "urn:x:User": {"devices": ["D1", "D2"]}}"""
              .replace("\"E\"", "\"" + ENTERPRISE + "\""));

  /** Each row: operation, path (E is the enterprise extension), value, what is there afterwards. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          remove  | active                    |                        | /active                | false
          replace | active                    | null                   | /active                | false
          replace | active                    | ""                     | /active                | false
          add     | active                    | []                     | /active                | false
          replace | active                    | {}                     | /active                | false
          replace |                           | {"active": null}       | /active                | false
          add     |                           | {"Active": [""]}       | /active                | false
          add     | name                      | null                   | /name                  | {"givenName": "Ada", "familyName": "King"}
          add     | name                      | {"givenName": null}    | /name                  | {"givenName": "Ada", "familyName": "King"}
          add     | name.givenName            | ""                     | /name                  | {"givenName": "Ada", "familyName": "King"}
          replace | name                      | {"givenName": null}    | /name                  | {"familyName": "King"}
          replace | name                      | {"givenName": "", "familyName": "Z"} | /name    | {"familyName": "Z"}
          replace |                           | {"name": {"givenName": ""}} | /name             | {"familyName": "King"}
          replace | name.givenName            | null                   | /name                  | {"familyName": "King"}
          replace | E:manager                 | {"displayName": "Boss"} | /E/manager            | {"value": "m1", "$ref": "../Users/m1"}
          replace |                           | {"E": {"manager": {"displayName": "Boss"}}} | /E/manager | {"value": "m1", "$ref": "../Users/m1"}
          replace | E:manager                 | {"value": "m2"}        | /E/manager             | {"value": "m2"}
          replace | E:manager                 | "m1"                   | /E/manager             | {"value": "m1", "$ref": "../Users/m1"}
          add     | E:manager.value           | "m2"                   | /E/manager             | {"value": "m2"}
          replace | E:manager.$ref            | "https://x/Users/m1"   | /E/manager             | {"value": "m1", "$ref": "https://x/Users/m1"}
          replace | E:manager.$ref            | "https://x/Users/m2"   | /E/manager             | {"$ref": "https://x/Users/m2"}
          remove  | E:manager.$ref            |                        | /E/manager             | {"value": "m1"}
          replace | E:manager                 | {"value": "m2", "$ref": "../Users/m2"} | /E/manager | {"value": "m2", "$ref": "../Users/m2"}
          remove  | E:manager.value           |                        | /E                     | {"department": "D"}
          add     | E                         | null                   | /E/department          | "D"
          add     |                           | {"E": ""}              | /E/department          | "D"
          replace | E                         | {}                     | /E/department          | "D"
          add     | emails                    | null                   | /emails                | [{"value": "a@x", "type": "work"}, {"value": "b@x", "type": "home"}]
          add     | emails                    | [null, ""]             | /emails                | [{"value": "a@x", "type": "work"}, {"value": "b@x", "type": "home"}]
          add     | emails[type eq "work"]    | null                   | /emails                | [{"value": "a@x", "type": "work"}, {"value": "b@x", "type": "home"}]
          add     | emails[type eq "work"].value | ""                  | /emails                | [{"value": "a@x", "type": "work"}, {"value": "b@x", "type": "home"}]
          replace | emails[type eq "work"]    | null                   | /emails                | [{"value": "b@x", "type": "home"}]
          add     | emails                    | {"value": "A@x", "type": "work", "primary": true} | /emails | [{"value": "A@x", "type": "work", "primary": true}, {"value": "b@x", "type": "home"}]
          add     | emails                    | {"value": "a@x", "type": "WORK", "display": "A"} | /emails | [{"value": "a@x", "type": "WORK", "display": "A"}, {"value": "b@x", "type": "home"}]
          add     | emails                    | {"value": "a@x", "primary": true} | /emails     | [{"value": "a@x", "type": "work", "primary": true}, {"value": "b@x", "type": "home"}]
          add     | emails                    | {"value": "a@x", "type": "other"} | /emails     | [{"value": "a@x", "type": "work"}, {"value": "b@x", "type": "home"}, {"value": "a@x", "type": "other"}]
          replace | emails[value pr]          | {"value": "n@x"}       | /emails                | [{"value": "n@x"}]
          replace | emails.type               | "other"                | /emails                | [{"value": "a@x", "type": "other"}, {"value": "b@x", "type": "other"}]
          remove  | emails                    | [{"value": "A@X"}]     | /emails                | [{"value": "b@x", "type": "home"}]
          remove  | emails                    | [{"value": "a@x", "type": "work", "primary": true}] | /emails | [{"value": "b@x", "type": "home"}]
          remove  | emails                    | [{"value": "a@x", "type": "home"}] | /emails    | [{"value": "a@x", "type": "work"}, {"value": "b@x", "type": "home"}]
          remove  | emails                    | []                     | /emails                | [{"value": "a@x", "type": "work"}, {"value": "b@x", "type": "home"}]
          add     | addresses                 | {"type": "WORK", "country": "gb"} | /addresses  | [{"type": "WORK", "country": "gb"}]
          remove  | addresses                 | {"type": "Work"}       | /userName              | "ada"
          add     | ims[type eq "work"].type  | "work"                 | /ims                   | [{"type": "work"}]
          add     | urn:x:User:devices        | "d2"                   | /urn:x:User/devices    | ["D1", "d2"]
          remove  | urn:x:User:devices        | ["d1"]                 | /urn:x:User/devices    | ["D2"]
          remove  | urn:x:User:devices[value eq "D2"] |                | /urn:x:User/devices    | ["D1"]
          replace | urn:x:User:devices[value eq "D2"] | "D3"           | /urn:x:User/devices    | ["D1", "D3"]
          replace | urn:x:User:devices[value eq "D2"].value | "D3"     | /urn:x:User/devices    | ["D1", "D3"]
          add     | urn:x:User:devices[value eq "D4"] | "D4"           | /urn:x:User/devices    | ["D1", "D2", "D4"]
          replace | urn:x:User:devices[value sw "D"] | "D9"            | /urn:x:User/devices    | ["D9"]
          replace | urn:x:User:level          | "5"                    | /urn:x:User/level      | 5
          replace | urn:x:User:level          | 100e2147483647         | /urn:x:User/level      | 100e2147483647
          replace | urn:x:User:rate           | "1.5"                  | /urn:x:User/rate       | 1.5
          add     | schemas                   | ["urn:x:User"]         | /active                | false
          replace | schemas[value eq "E"]     | null                   | /E/department          | "D"
          remove  | schemas                   |                        | /E/department          | "D"
          """)
  void hasTheRightEffect(String op, String path, String value, String pointer, String expected) {
    var patched = patched(operation(op, path, value));

    assertThat(at(patched, pointer)).isEqualTo(json("{\"x\": " + expected + "}").get("x"));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          remove  | emails    |      | emails
          remove  | emails    | null | emails
          remove  | emails    | ""   | emails
          replace | emails    | []   | emails
          replace | emails    | null | emails
          remove  | addresses | {"type": "Work"} | addresses
          replace | E         | null | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User
          replace |           | {"E": null} | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User
          remove  | E         | {"any": 1} | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User
          replace | name      | {"givenName": null, "familyName": ""} | name
          """)
  void takesAllOfItAway(String op, String path, String value, String attribute) {
    assertThat(patched(operation(op, path, value))).doesNotContainKey(attribute);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          replace | name                 | {"first": "x"}               | name: expected an object with some of formatted, familyName,
          add     | name                 | {"first": "x"}               | name: expected an object with some of formatted, familyName,
          replace |                      | {"name": {"first": "x"}}     | name: expected an object with some of formatted, familyName,
          replace | emails               | [{"address": "x"}]           | emails[0]: expected an object with some of value, display, type, primary, got an object. Send at least one of them.
          replace | emails               | [{"value": "x"}, {"id": 1}]  | emails[1]: expected an object with some of value,
          add     | emails               | [{}]                         | emails[0]: expected an object with some of value,
          replace | emails               | {}                           | emails[0]: expected an object with some of value,
          remove  | emails               | {"emails": [{"value": "a@x"}]} | emails[0]: expected an object with some of value,
          replace | emails[type eq "work"] | {"address": "x"}           | emails: expected an object with some of value,
          replace | emails[type eq "work"] | [{"value": "x"}, {"value": "y"}] | emails: expected one value, got 2.
          replace | E:manager            | {"name": "x"}                | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager: expected an object with some of value, $ref, got
          replace |                      | {"E": "x"}                   | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User: expected an object with its attributes, got "x".
          add     | E                    | [{"department": "D"}]        | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User: expected an object with its attributes, got a list
          replace | urn:x:User:level     | "five"                       | urn:x:User:level: expected a whole number, got "five".
          replace | urn:x:User:level     | "1.5"                        | urn:x:User:level: expected a whole number, got "1.5".
          replace | urn:x:User:rate      | "1e9999999999"               | urn:x:User:rate: expected a number, got "1e9999999999".
          """)
  void refusesWhatItDoesNotUnderstand(String op, String path, String value, String detail) {
    assertThatThrownBy(() -> patched(operation(op, path, value)))
        .isInstanceOf(ScimException.class)
        .hasMessageStartingWith(detail)
        .extracting(e -> ((ScimException) e).scimType().orElseThrow())
        .isEqualTo(ScimType.INVALID_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"schemas\": [\"x\"]}", "{\"Operations\": null}"})
  void takesAMessageWithoutOperationsAsNoChange(String message) {
    assertThat(PatchRequest.read(json(message), USER, LIMITS, 9).operations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"active\": false}", "{\"Operations\": {}}", "{\"schemas\": [], \"x\": 1}"})
  void refusesAMessageThatMeansSomethingWithoutOperations(String message) {
    assertThatThrownBy(() -> PatchRequest.read(json(message), USER, LIMITS, 9))
        .isInstanceOf(ScimException.class)
        .hasMessageStartingWith("Operations: expected an array");
  }

  @Test
  void addsAPartAgainAndAgainWithoutMakingMore() {
    var part = operation("add", "ims[type eq \"work\"].type", "\"work\"");

    assertThat(patched(part, part, part).getJsonArray("ims")).hasSize(1);
  }

  @Test
  void isRefusedWhenItIsTooMuchWork() {
    var many = list(10_000, "\"d%d\"");
    var search = operation("remove", "urn:x:User:devices[value co \"nobody's\"]", null);
    var operations =
        IntStream.range(0, 1_000)
            .mapToObj(i -> i == 0 ? operation("add", "urn:x:User:devices", many) : search)
            .toArray(String[]::new);

    assertThatThrownBy(() -> patched(operations))
        .isInstanceOf(ScimException.class)
        .hasMessageStartingWith("Operations: take more than")
        .extracting(e -> ((ScimException) e).scimType().orElseThrow())
        .isEqualTo(ScimType.TOO_MANY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"value\": \"a\", \"type\": \"z%d\"}",
        "{\"value\": null, \"type\": \"z%d\"}",
        "\"{\\\"type\\\": \\\"z%d\\\"}\"",
        "{\"type\": \"z%d\"}"
      })
  void isRefusedWhenManyValuesAreSoughtAmongMany(String sought) {
    var ims = list(2_000, "{\"value\": \"a\", \"type\": \"t%d\"}");

    assertThatThrownBy(
            () ->
                patched(
                    operation("add", "ims", ims), operation("remove", "ims", list(2_000, sought))))
        .isInstanceOf(ScimException.class)
        .extracting(e -> ((ScimException) e).scimType().orElseThrow())
        .isEqualTo(ScimType.TOO_MANY);
  }

  private static String list(int count, String element) {
    return IntStream.range(0, count)
        .mapToObj(element::formatted)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static JsonObject patched(String... operations) {
    var message = json("{\"Operations\": [" + String.join(",", operations) + "]}");
    var request = PatchRequest.read(message, USER, LIMITS, 1_000);
    return Defaults.filled(
        Patch.apply(request.operations(), ADA, USER, DetachedAttribute.NONE, new NoteTaker()),
        ADA,
        USER);
  }

  private static String operation(String op, String path, String value) {
    var escaped = path == null ? "" : urns(path).replace("\"", "\\\"");
    return "{\"op\": \"%s\"%s%s}"
        .formatted(
            op,
            path == null ? "" : ", \"path\": \"" + escaped + "\"",
            value == null
                ? ""
                : ", \"value\": " + value.replace("\"E\"", "\"" + ENTERPRISE + "\""));
  }

  private static String urns(String path) {
    return path.replaceAll("^E(?=:|$)", ENTERPRISE).replace("\"E\"", "\"" + ENTERPRISE + "\"");
  }

  private static JsonValue at(JsonObject user, String pointer) {
    JsonValue value = user;
    for (var name : pointer.substring(1).split("/")) {
      value = value.asJsonObject().get(name.equals("E") ? ENTERPRISE : name);
    }
    return value;
  }
}
