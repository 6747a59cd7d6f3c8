package io.rollcall.scim.resource;

import static io.rollcall.Texts.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceReaderTest {

  /** Each row: what else is sent with userName, what is understood, and who sends it so. */
  @ParameterizedTest(name = "{2}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "NICKNAME": "A"                          | "nickName": "A"                           | RFC 7643 §2.1
          "nickName": null                         |                                           | Entra ID
          "nickName": ""                           |                                           | Entra ID
          "emails": []                             |                                           | Okta
          "name": {}                               |                                           | any
          "name": {"givenName": null}              |                                           | Entra ID
          "id": null, "meta": {"x": 1}, "groups": [] |                                         | Okta, OneLogin
          "active": "True"                         | "active": true                            | Entra ID
          "active": ["false"]                      | "active": false                           | Okta
          "roles": [{"value": "a", "primary": "true"}] | "roles": [{"value": "a", "primary": true}] | Microsoft's validator
          "emails": {"value": "a@b"}               | "emails": [{"value": "a@b"}]              | OneLogin
          "emails": ["a@b"]                        | "emails": [{"value": "a@b"}]              | any
          "emails": [{"value": "a", "primary": true}, {"value": "b", "primary": true}] | "emails": [{"value": "a", "primary": true}, {"value": "b", "primary": false}] | PingFederate
          "emails": [{"value": "a"}, {"value": "a"}] | "emails": [{"value": "a"}]               | any
          "emails": [{"value": "a@b", "type": "work"}, {"value": "A@b", "type": "WORK", "primary": true}] | "emails": [{"value": "A@b", "type": "WORK", "primary": true}] | RFC 7643 §2.4
          "emails": [{"value": "a"}, {"value": "a", "type": "work"}] | "emails": [{"value": "a"}, {"value": "a", "type": "work"}] | RFC 7643 §2.4
          "emails": [null, "", {"value": ""}]      |                                           | Okta
          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": null |                  | Entra ID
          "x509Certificates": [{"value": "TUlJ"}]  | "x509Certificates": [{"value": "TUlJ"}]   | RFC 7643 §4.1.2
          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"manager": "m"} | "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"manager": {"value": "m"}} | Entra ID
          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department": "D" | "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "D"} | Entra ID
          "urn:ietf:params:scim:schemas:core:2.0:User:nickName": "A" | "nickName": "A"          | RFC 7644 §3.10
          """)
  void understands(String sent, String understood, String who) {
    var read = read(sent);

    assertThat(read.violations()).isEmpty();
    assertThat(read.resource())
        .isEqualTo(
            json("{\"userName\": \"u\"%s}".formatted(understood == null ? "" : "," + understood)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "active": "yes"                          | active: expected true or false, got "yes". Send true or false.
          "active": [true, false]                  | active: expected true or false, got a list. Send true or false.
          "nickName": 7                            | nickName: expected a string, got 7. Send a string.
          "nickName": {"a": 1}                     | nickName: expected a string, got an object. Send a string.
          "name": 7                                | name: expected an object, got 7. Send an object.
          "emails": [{"value": 7}]                 | emails[0].value: expected a string, got 7. Send a string.
          "emails": [null, {"primary": "maybe"}]   | emails[1].primary: expected true or false, got "maybe". Send true or false.
          "emails": [{"value": "a"}, {}]           | emails[1]: expected an object with some of value, display, type, primary, got {}. Send at least one of them.
          "emails": {"address": "a"}               | emails[0]: expected an object with some of value, display, type, primary, got an object. Send at least one of them.
          "name": {"first": "A"}                   | name: expected an object with some of formatted, familyName, givenName, middleName, honorificPrefix, honorificSuffix, got an object. Send at least one of them.
          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": "x" | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User: expected an object with its attributes, got "x". Send an object, or null.
          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": [{"department": "D"}] | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User: expected an object with its attributes, got a list. Send an object, or null.
          "x509Certificates": [{"value": "?"}]     | x509Certificates[0].value: expected base64, got "?". Send base64.
          "nickName": "a", "NickName": "b"         | nickName: came twice, in different letter case. Send it once.
          """)
  void tellsWhatIsWrong(String sent, String violation) {
    assertThat(read(sent).violations()).extracting(Violation::toString).containsExactly(violation);
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    var read = ResourceReader.read(json("{\"active\": 1, \"title\": 2}"), ResourceType.USER);

    assertThat(read.violations())
        .extracting(Violation::path)
        .containsExactlyInAnyOrder("active", "title", "userName");
  }

  @Test
  void reportsWhatNoSchemaDefines() {
    assertThat(
            read("\"color\": \"red\", \"name\": {\"nick\": \"x\", \"givenName\": \"A\"}")
                .notes()
                .ignored())
        .containsExactly("color", "name.nick");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "nickName": null, "emails": []           |
          "NICKNAME": "A"                          |
          "active": true, "emails": [{"value": "a@b", "primary": true}] |
          "nickName": ""                           | nickName: "" was taken for no value
          "name": {}                               | name: {} was taken for no value
          "active": "False"                        | active: "False" was taken for false
          "active": [false]                        | active: an array of one was taken for its element
          "emails": {"value": "a@b"}               | emails: a value alone was taken for an array of one
          "emails": ["a@b"]                        | emails[0]: a text was taken for the value of an object
          "emails": [null]                         | emails[0]: null was taken for no value
          "emails": [{"value": ""}]                | emails[0].value: "" was taken for no value
          "emails": [{"value": "a", "primary": true}, {"value": "b", "primary": true}] | emails: of several primary values the first stays so
          "roles": ["{\\"id\\": \\"1\\", \\"value\\": \\"a\\"}"] | roles[0]: JSON as a text was taken for the object that it is
          "roles": [{"value": "{\\"id\\": \\"1\\", \\"value\\": \\"a\\"}"}] | roles[0]: JSON as a text was taken for the object that it is
          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department": "D" | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department: came as a key that begins with its URN
          """)
  void tellsWhatItTolerates(String sent, String tolerated) {
    assertThat(read(sent).notes().tolerated())
        .isEqualTo(tolerated == null ? List.of() : List.of(tolerated));
  }

  @Test
  void tellsOfAPasswordAndOfANumberNotWhichOne() {
    var type =
        ResourceType.USER.with(
            List.of(
                Schema.of(
                    json(
                        """
                        {"id": "urn:x", "name": "X",
                         "attributes": [{"name": "pin", "type": "integer", "returned": "never"}]}"""))));

    var read =
        ResourceReader.read(
            json(
                """
                {"userName": "u", "password": ["s3cret"], "urn:x": {"pin": "4711"}}"""),
            type);

    assertThat(read.violations()).isEmpty();
    assertThat(read.notes().tolerated())
        .containsExactly(
            "password: an array of one was taken for its element",
            "urn:x:pin: a text was taken for the number in it");
  }

  @Test
  void tellsTheBeginningOfWhatItToleratesAllOver() {
    assertThat(read("\"emails\": [" + "null, ".repeat(50_000) + "null]").notes().tolerated())
        .hasSize(100);
  }

  @Test
  void namesWhatIsMentionedWithoutAnythingThatAClientCanWrite() {
    var read =
        read(
            """
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
              {"manager": {"displayName": "Boss"}}""");

    assertThat(read.violations()).isEmpty();
    assertThat(read.untouched())
        .extracting(AttributePath::toString)
        .containsExactly("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager");
  }

  @Test
  void tellsTheBeginningOfWhatIsWrongAllOver() {
    var read = read("\"emails\": [" + "7, ".repeat(50_000) + "7]");

    assertThat(read.violations()).hasSize(100);
  }

  @Test
  void keepsNumbersAndTextsAsTheyCame() {
    var name = "\u202Eabc \uD83D\uDE00 A\u030A";

    assertThat(read("\"displayName\": \"" + name + "\"").resource().getString("displayName"))
        .isEqualTo(name);
  }

  private static ReadResource read(String more) {
    return ResourceReader.read(json("{\"userName\": \"u\", " + more + "}"), ResourceType.USER);
  }
}
