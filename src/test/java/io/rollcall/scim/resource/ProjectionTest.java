package io.rollcall.scim.resource;

import static io.rollcall.Texts.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.scim.schema.ResourceType;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTest {

  private static final JsonObject ADA =
      json(
          """
          {"schemas": ["s"], "id": "1", "userName": "ada",
           "name": {"givenName": "Ada", "familyName": "King"},
           "emails": [{"value": "a@b", "type": "work"}],
           "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
             {"department": "D", "manager": {"value": "m"}},
           "meta": {"resourceType": "User", "version": "1"}}""");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          userName            | "userName": "ada"
          USERNAME, id        | "userName": "ada"
          name.givenName      | "name": {"givenName": "Ada"}
          emails.value        | "emails": [{"value": "a@b"}]
          meta.version        | "meta": {"version": "1"}
          color               |
          urn:ietf:params:scim:schemas:core:2.0:User:userName | "userName": "ada"
          urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department | "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "D"}
          urn:ietf:params:scim:schemas:extension:enterprise:2.0:User | "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "D", "manager": {"value": "m"}}
          """)
  void showsWhatIsAskedForBesideWhatIsAlwaysReturned(String attributes, String shown) {
    var rest = shown == null ? "" : ", " + shown;

    assertThat(Projection.of(ResourceType.USER, attributes, null).apply(ADA))
        .isEqualTo(json("{\"schemas\": [\"s\"], \"id\": \"1\"" + rest + "}"));
  }

  @ParameterizedTest
  @CsvSource({
    "userName, /userName",
    "name.familyName, /name/familyName",
    "emails, /emails",
    "meta, /meta",
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department,"
        + " /urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/department",
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User,"
        + " /urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
  })
  void leavesOutWhatIsExcluded(String excluded, String pointer) {
    var expected = Json.createPointer(pointer).remove(ADA);

    assertThat(Projection.of(ResourceType.USER, null, excluded).apply(ADA)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"id", "schemas", "ID"})
  void showsWhatIsAlwaysReturnedThoughItIsExcluded(String excluded) {
    assertThat(Projection.of(ResourceType.USER, null, excluded).apply(ADA)).isEqualTo(ADA);
  }
}
